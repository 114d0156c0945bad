'use client'
import { useTranslations } from 'next-intl'
import { useDesk, usePublishCheck, useSnapshot } from './editor-context'
import { useImageTroubles } from './image-checks'
import type { PanelName } from './panels'

/** What stands against the draft at an instant (null: now), and the way to it: a correction that it lacks, how many warnings the publish check has, and images without words. */
export function Warnings({ at, onShow }: { at: string | null; onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { lacksCorrection } = useSnapshot()
  const { found } = usePublishCheck(at)
  const count = found.filter(({ item }) => item.kind !== 'finding' || (item.finding.ruling === null && !item.blocking)).length
  const images = useImageTroubles().length
  const show = () => {
    session.checkFor(at)
    onShow('checks')
  }
  const said = [...(lacksCorrection ? [t('lacksCorrection')] : []), ...(count > 0 ? [t('warnings', { count })] : []), ...(images > 0 ? [t('imageWarnings', { count: images })] : [])]
  if (said.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-warn-ground px-3 py-2 text-sm text-warn-ink">
      {said.map((words) => <li key={words}><button type="button" className="text-left font-semibold underline" onClick={show}>{words}</button></li>)}
    </ul>
  )
}
