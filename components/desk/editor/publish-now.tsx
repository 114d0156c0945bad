'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { publishNow } from '@/lib/publishing/actions'
import { NOTE_LIMIT } from '@/lib/publishing/schema'
import { When } from '../when'
import { useDesk, useSnapshot } from './editor-context'
import type { PanelName } from './panels'
import { planDraft } from './plans'
import { type Facts, plansOf } from './snapshot'
import { Warnings } from './warnings'

type Props = { zone: string; onShow: (panel: PanelName | null) => void }

/** What goes out at once; an embargo's end instead, while one holds. */
export function PublishNow({ zone, onShow }: Props) {
  const t = useTranslations('publishing')
  const { facts, version, save } = useSnapshot()
  const isLive = facts.state === 'live'
  const isNew = save.kind !== 'saved' || facts.liveVersion !== version
  if (isLive && !isNew) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-[0.8125rem] font-bold">{t('now')}</h2>
      {facts.embargoUntil ? <AtEmbargo until={facts.embargoUntil} zone={zone} /> : <p className="text-[0.8125rem] text-quiet">{t(hintOf(facts))}</p>}
      <Warnings at={null} onShow={onShow} />
      <Run key={String(facts.liveVersion)} />
    </section>
  )
}

function hintOf(facts: Facts): 'nowHint' | 'nowReplacesPlan' | 'nowReplacesNext' | 'changesHint' | 'changesReplacePlan' | 'changesReplaceNext' {
  const plans = plansOf(facts).length
  if (facts.state === 'live') return plans === 0 ? 'changesHint' : plans === 1 ? 'changesReplacePlan' : 'changesReplaceNext'
  return plans === 0 ? 'nowHint' : plans === 1 ? 'nowReplacesPlan' : 'nowReplacesNext'
}

/** The press itself, with what may be said of a text that readers have seen before. */
function Run() {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, facts } = useSnapshot()
  const [anew, setAnew] = useState(false)
  const [update, setUpdate] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const again = facts.everLive ? { anew, update } : {}
  const publish = async () => {
    setSending(true)
    await session.publish((given) => publishNow({ ...given, ...again }))
    setSending(false)
  }
  return (
    <>
      {facts.everLive && (
        <details>
          <summary className="cursor-pointer text-[0.8125rem] font-semibold">{t('again.title')}</summary>
          <div className="flex flex-col gap-3 pt-3 pb-1">
            <Switch isSelected={update !== null} onChange={(on) => setUpdate(on ? '' : null)}>{t('again.update')}</Switch>
            {update !== null && <Field label={t('again.updateText')} hint={t('again.updateHint')} rows={2} value={update} onChange={setUpdate} maxLength={NOTE_LIMIT} />}
            <Switch isSelected={anew} onChange={setAnew}>{t('again.anew')}</Switch>
          </div>
        </details>
      )}
      <Button look={facts.embargoUntil ? 'plain' : 'primary'} isPending={isBusy} onPress={() => void publish()}>
        {t(isSending ? 'publishing' : facts.state === 'live' ? 'publishChanges' : 'publishNow')}
      </Button>
    </>
  )
}

function AtEmbargo({ until, zone }: { until: string; zone: string }) {
  const t = useTranslations('publishing.embargo')
  const { session } = useDesk()
  const { isBusy, facts } = useSnapshot()
  const [next] = plansOf(facts)
  return (
    <div className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
      <p>{t('stops')} <When at={until} said />.</p>
      {next?.liveFrom !== until && <Button isPending={isBusy} onPress={() => void planDraft(session, { at: until, zone, replaces: next?.id, was: next?.liveFrom })}>{t('planAtEnd')}</Button>}
    </div>
  )
}
