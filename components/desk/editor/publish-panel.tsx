'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { cancelPlan, movePlan, publishNow, schedulePublication, unpublishNow } from '@/lib/publishing/actions'
import { ImpactNote } from '../links/impact-note'
import { When } from '../when'
import { useDesk, useLinkBook, useSnapshot } from './editor-context'
import type { PanelName } from './panels'
import { PlanForm } from './plan-form'
import type { EditorSession } from './session'
import { Timeline } from './timeline'

type Props = { zone: string; mayPublish: boolean; embargoUntil: Date | null; onShow: (panel: PanelName | null) => void }

/** What readers see now and later, and every way to change it. */
export function PublishPanel({ zone, mayPublish, embargoUntil, onShow }: Props) {
  const t = useTranslations('publishing')
  const { facts } = useSnapshot()
  // a plan is the last row of its timeline
  const plannedAt = facts.plannedVersion === null ? null : (facts.timeline.at(-1)?.liveFrom ?? null)
  return (
    <div className="flex flex-col gap-6">
      <Timeline />
      {embargoUntil && <p className="text-sm">{t('embargo')} <When at={embargoUntil} said /></p>}
      <Problems onShow={onShow} />
      {mayPublish ? <Deeds zone={zone} plannedAt={plannedAt} /> : <p className="text-sm text-quiet">{t(facts.state === 'trashed' ? 'inTrash' : 'onlyEditors')}</p>}
    </div>
  )
}

function Problems({ onShow }: { onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('publishing')
  const { errors } = useSnapshot()
  const { open } = useLinkBook()
  const stopping = open.filter(({ finding }) => finding?.blocking).length
  const said = Object.entries(errors).filter(([name]) => name !== 'at')
  if (stopping === 0 && said.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 rounded-md bg-stop-ground p-3 text-sm text-stop-ink">
      {stopping > 0 && <li><button type="button" className="text-left font-semibold underline" onClick={() => onShow('checks')}>{t('duplicates', { count: stopping })}</button></li>}
      {said.map(([name, message]) => <li key={name}>{name === 'headline' || name === 'body' ? message : <button type="button" className="text-left font-semibold underline" onClick={() => onShow('details')}>{message}</button>}</li>)}
    </ul>
  )
}

type DeedsProps = { zone: string; plannedAt: string | null }
function Deeds({ zone, plannedAt }: DeedsProps) {
  const t = useTranslations('publishing')
  const { facts, version, save } = useSnapshot()
  const isLive = facts.state === 'live'
  const isOther = (made: number | null) => save.kind !== 'saved' || made !== version
  return (
    <>
      {isLive && isOther(facts.liveVersion) && <Now hint="changesHint" name="publishChanges" />}
      {!isLive && <Now hint={plannedAt ? 'nowReplacesPlan' : 'nowHint'} name="publishNow" />}
      {plannedAt && isOther(facts.plannedVersion) && <NewerThanPlan at={plannedAt} zone={facts.timeline.at(-1)?.zone ?? zone} />}
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 className="text-[0.8125rem] font-bold">{t(titleOf(plannedAt, isLive))}</h2>
        <Plan zone={zone} plannedAt={plannedAt} />
      </section>
      {isLive && <Unpublish />}
    </>
  )
}

const titleOf = (plannedAt: string | null, isLive: boolean) => (plannedAt ? 'movePlan' : isLive ? 'planChanges' : 'schedule')

type NowProps = { hint: 'changesHint' | 'nowReplacesPlan' | 'nowHint'; name: 'publishChanges' | 'publishNow' }
function Now({ hint, name }: NowProps) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy } = useSnapshot()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-[0.8125rem] font-bold">{t('now')}</h2>
      <p className="text-[0.8125rem] text-quiet">{t(hint)}</p>
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

function Plan({ zone: house, plannedAt }: Pick<DeedsProps, 'zone' | 'plannedAt'>) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors } = useSnapshot()
  const plan = (at: string, zone: string) => (plannedAt ? session.changeTimes((given) => movePlan({ ...given, at, zone })) : planDraft(session, at, zone))
  return (
    <>
      <PlanForm zone={house} isBusy={isBusy} error={errors.at} submit={t(plannedAt ? 'move' : 'schedule')} plannedAt={plannedAt} onPlan={plan} />
      {plannedAt && <Button look="quiet" isDisabled={isBusy} onPress={() => void session.changeTimes((given) => cancelPlan(given))}>{t('cancelPlan')}</Button>}
    </>
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
