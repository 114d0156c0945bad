'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ArticleState } from '@/lib/articles/model'
import { cancelEnd, cancelPlan, movePlan, publishNow, schedulePublication, unpublishAt, unpublishNow } from '@/lib/publishing/actions'
import { ImpactNote } from '../links/impact-note'
import { When } from '../when'
import { useDesk, useLinkBook, usePublishCheck, useSnapshot } from './editor-context'
import { KillReach } from './kill-reach'
import type { PanelName } from './panels'
import { PlanForm } from './plan-form'
import { type EditorSession, plannedAtOf } from './session'
import { Timeline } from './timeline'

type Props = { zone: string; mayPublish: boolean; embargoUntil: Date | null; killLine: string; onShow: (panel: PanelName | null) => void }

/** What readers see now and later, and every way to change it. */
export function PublishPanel({ zone, mayPublish, embargoUntil, killLine, onShow }: Props) {
  const t = useTranslations('publishing')
  const { facts } = useSnapshot()
  return (
    <div className="flex flex-col gap-6">
      <Timeline />
      {embargoUntil && <p className="text-sm">{t('embargo')} <When at={embargoUntil} said /></p>}
      <Problems onShow={onShow} />
      {mayPublish ? <Deeds zone={zone} onShow={onShow} /> : <WhyNot state={facts.state} killLine={killLine} />}
    </div>
  )
}

function WhyNot({ state, killLine }: { state: ArticleState; killLine: string }) {
  const t = useTranslations('publishing')
  const { session, mayLiftKill } = useDesk()
  if (state !== 'killed') return <p className="text-sm text-quiet">{t(state === 'trashed' ? 'inTrash' : 'onlyEditors')}</p>
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>{t('isKilled')}</p>
      {killLine && <p>{t('killLine')} <q>{killLine}</q></p>}
      {mayLiftKill && <KillReach articleId={session.articleId} />}
    </div>
  )
}

/** How many warnings the publish check has for an instant (null: now), and the way to them. */
function Warnings({ at, onShow }: { at: string | null; onShow: Props['onShow'] }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { found } = usePublishCheck(at)
  const count = found.filter(({ item }) => item.kind !== 'finding' || (item.finding.ruling === null && !item.blocking)).length
  const show = () => {
    session.checkFor(at)
    onShow('checks')
  }
  return count > 0 && <p className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn-ink"><button type="button" className="text-left font-semibold underline" onClick={show}>{t('warnings', { count })}</button></p>
}

function Problems({ onShow }: { onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('publishing')
  const { errors } = useSnapshot()
  const { open } = useLinkBook()
  const stopping = open.filter(({ finding }) => finding?.blocking).length
  const said = Object.entries(errors).filter(([name]) => name !== 'at' && name !== 'until')
  if (stopping === 0 && said.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 rounded-md bg-stop-ground p-3 text-sm text-stop-ink">
      {stopping > 0 && <li><button type="button" className="text-left font-semibold underline" onClick={() => onShow('checks')}>{t('duplicates', { count: stopping })}</button></li>}
      {said.map(([name, message]) => <li key={name}>{name === 'headline' || name === 'body' ? message : <button type="button" className="text-left font-semibold underline" onClick={() => onShow('details')}>{message}</button>}</li>)}
    </ul>
  )
}

type DeedsProps = { zone: string; onShow: Props['onShow'] }
function Deeds({ zone, onShow }: DeedsProps) {
  const t = useTranslations('publishing')
  const { facts } = useSnapshot()
  const isLive = facts.state === 'live'
  const plannedAt = plannedAtOf(facts)
  return (
    <>
      <NewText zone={zone} onShow={onShow} />
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 className="text-[0.8125rem] font-bold">{t(titleOf(plannedAt, isLive))}</h2>
        <Plan zone={zone} onShow={onShow} />
      </section>
      {(isLive || plannedAt) && <End zone={zone} />}
      {isLive && <Unpublish />}
    </>
  )
}

/** What goes out at once, or instead of what is planned. */
function NewText({ zone, onShow }: DeedsProps) {
  const { facts, version, save } = useSnapshot()
  const plannedAt = plannedAtOf(facts)
  const isOther = (made: number | null) => save.kind !== 'saved' || made !== version
  return (
    <>
      {facts.state !== 'live' && <Now hint={plannedAt ? 'nowReplacesPlan' : 'nowHint'} name="publishNow" onShow={onShow} />}
      {facts.state === 'live' && isOther(facts.liveVersion) && <Now hint="changesHint" name="publishChanges" onShow={onShow} />}
      {plannedAt && isOther(facts.plannedVersion) && <NewerThanPlan at={plannedAt} zone={facts.timeline.at(-1)?.zone ?? zone} />}
    </>
  )
}

const titleOf = (plannedAt: string | null, isLive: boolean) => (plannedAt ? 'movePlan' : isLive ? 'planChanges' : 'schedule')

type NowProps = { hint: 'changesHint' | 'nowReplacesPlan' | 'nowHint'; name: 'publishChanges' | 'publishNow'; onShow: Props['onShow'] }
function Now({ hint, name, onShow }: NowProps) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy } = useSnapshot()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-[0.8125rem] font-bold">{t('now')}</h2>
      <p className="text-[0.8125rem] text-quiet">{t(hint)}</p>
      <Warnings at={null} onShow={onShow} />
      <Button look="primary" isDisabled={isBusy} onPress={() => void session.publish((given) => publishNow(given))}>{t(name)}</Button>
    </section>
  )
}

const planDraft = (session: EditorSession, at: string, zone: string) => session.publish((given) => schedulePublication({ ...given, at, zone }))

function NewerThanPlan({ at, zone }: { at: string; zone: string }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy } = useSnapshot()
  return (
    <section className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-warn-ink">
      <p className="text-sm">{t('newerThanPlan')}</p>
      <Button isDisabled={isBusy} onPress={() => void planDraft(session, at, zone)}>{t('planNewer')}</Button>
    </section>
  )
}

function Plan({ zone: house, onShow }: DeedsProps) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors, facts } = useSnapshot()
  const plannedAt = plannedAtOf(facts)
  const plan = (at: string, zone: string) => (plannedAt ? session.changeTimes((given) => movePlan({ ...given, at, zone })) : planDraft(session, at, zone))
  return (
    <>
      <PlanForm zone={house} isBusy={isBusy} error={errors.at} submit={t(plannedAt ? 'move' : 'schedule')} plannedAt={plannedAt} onPlan={plan} note={(at) => <Warnings at={at} onShow={onShow} />} />
      {plannedAt && <Button look="quiet" isDisabled={isBusy} onPress={() => void session.changeTimes((given) => cancelPlan(given))}>{t('cancelPlan')}</Button>}
    </>
  )
}

/** When the article comes down by itself. */
function End({ zone }: { zone: string }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors, facts } = useSnapshot()
  const end = (until: string) => session.changeTimes(({ articleId }) => unpublishAt({ articleId, at: until }))
  return (
    <section aria-label={t('end')} className="border-t border-line pt-5">
      <details open={facts.endsAt !== null || errors.until !== undefined}>
        <summary className="cursor-pointer text-[0.8125rem] font-bold">{t('end')}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <p className="text-[0.8125rem] text-quiet">{t('endHint')}</p>
          <PlanForm key={facts.endsAt} zone={zone} isBusy={isBusy} error={errors.until} submit={t(facts.endsAt ? 'moveEnd' : 'setEnd')} plannedAt={facts.endsAt} onPlan={end} />
          {facts.endsAt && <Button look="quiet" isDisabled={isBusy} onPress={() => void session.changeTimes((given) => cancelEnd(given))}>{t('cancelEnd')}</Button>}
        </div>
      </details>
    </section>
  )
}

function Unpublish() {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, fields } = useSnapshot()
  const [isAsked, setAsked] = useState(false)
  const unpublish = async () => {
    setAsked(false)
    await session.changeTimes((given) => unpublishNow(given))
  }
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-5">
      <Button look="danger" isDisabled={isBusy} onPress={() => setAsked(true)}>{t('unpublish')}</Button>
      <Dialog role="alertdialog" title={t('unpublishTitle')} closeLabel={t('keepLive')} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="text-sm">{t('unpublishText', { headline: fields.headline })}</p>
        <ImpactNote articleId={session.articleId} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={() => setAsked(false)}>{t('keepLive')}</Button>
          <Button look="primary" onPress={() => void unpublish()}>{t('unpublishNow')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
