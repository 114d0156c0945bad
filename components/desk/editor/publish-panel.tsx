'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { cancelPlan, movePlan, publishNow, schedulePublication, unpublishNow } from '@/lib/publishing/actions'
import { When } from '../when'
import { useDesk, useLinkBook, useSnapshot } from './editor-context'
import type { PanelName } from './panels'
import { PlanForm } from './plan-form'
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

function Deeds({ zone, plannedAt }: { zone: string; plannedAt: string | null }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { facts, version, isBusy, save, errors } = useSnapshot()
  const isLive = facts.state === 'live'
  const unsaved = save.kind !== 'saved'
  const newerThanLive = isLive && (unsaved || facts.liveVersion !== version)
  const newerThanPlan = plannedAt !== null && (unsaved || facts.plannedVersion !== version)
  const publish = () => void session.publish((given) => publishNow(given))
  const planNewer = (at: string, planZone: string) => session.publish((given) => schedulePublication({ ...given, at, zone: planZone }))
  const keepTime = facts.timeline.at(-1)
  return (
    <>
      {(!isLive || newerThanLive) && (
        <section className="flex flex-col gap-2">
          <h2 className="text-[0.8125rem] font-bold">{t('now')}</h2>
          <p className="text-[0.8125rem] text-quiet">{t(isLive ? 'changesHint' : plannedAt ? 'nowReplacesPlan' : 'nowHint')}</p>
          <Button look="primary" isDisabled={isBusy} onPress={publish}>{t(isLive ? 'publishChanges' : 'publishNow')}</Button>
        </section>
      )}
      {newerThanPlan && keepTime && (
        <section className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-warn-ink">
          <p className="text-sm">{t('newerThanPlan')}</p>
          <Button isDisabled={isBusy} onPress={() => void planNewer(keepTime.liveFrom, keepTime.zone ?? zone)}>{t('planNewer')}</Button>
        </section>
      )}
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 className="text-[0.8125rem] font-bold">{t(plannedAt ? 'movePlan' : isLive ? 'planChanges' : 'schedule')}</h2>
        <PlanForm zone={zone} isBusy={isBusy} error={errors.at} submit={t(plannedAt ? 'move' : 'schedule')} plannedAt={plannedAt}
          onPlan={(at, planZone) => (plannedAt ? session.changeTimes((given) => movePlan({ ...given, at, zone: planZone })) : planNewer(at, planZone))} />
        {plannedAt && <Button look="quiet" isDisabled={isBusy} onPress={() => void session.changeTimes((given) => cancelPlan(given))}>{t('cancelPlan')}</Button>}
      </section>
      {isLive && <Unpublish />}
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
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={() => setAsked(false)}>{t('keepLive')}</Button>
          <Button look="primary" onPress={() => void unpublish()}>{t('unpublishNow')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
