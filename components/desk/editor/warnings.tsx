'use client'
import { useTranslations } from 'next-intl'
import { useDesk, usePublishCheck, useSnapshot } from './editor-context'
import type { PanelName } from './panels'

/** How many warnings the publish check has for an instant (null: now), and the way to them. */
export function Warnings({ at, onShow }: { at: string | null; onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { lacksCorrection } = useSnapshot()
  const { found } = usePublishCheck(at)
  const count = found.filter(({ item }) => item.kind !== 'finding' || (item.finding.ruling === null && !item.blocking)).length + Number(lacksCorrection)
  const show = () => {
    session.checkFor(at)
    onShow('checks')
  }
  return count > 0 && <p className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn-ink"><button type="button" className="text-left font-semibold underline" onClick={show}>{t('warnings', { count })}</button></p>
}
