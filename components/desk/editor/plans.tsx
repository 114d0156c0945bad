'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cancelPlan, movePlan, schedulePublication } from '@/lib/publishing/actions'
import { CorrectionMark } from '../state-mark'
import { When } from '../when'
import { CorrectionNote } from './correction-note'
import { useDesk, useSnapshot } from './editor-context'
import type { PanelName } from './panels'
import { PlanForm } from './plan-form'
import type { EditorSession } from './session'
import { type Facts, plansOf } from './snapshot'
import { Warnings } from './warnings'

type Props = { zone: string; onShow: (panel: PanelName | null) => void }
type Plan = Facts['timeline'][number]

/** Plans what is on the screen, beside the other plans or in place of one. */
export const planDraft = (session: EditorSession, plan: { at: string; zone: string; replaces?: string; was?: string }): Promise<boolean> =>
  session.publish((given) => schedulePublication({ ...given, ...plan }))

/** All that is planned, in order: which text, when, and how to change that. */
export function Plans({ zone, onShow }: Props) {
  const t = useTranslations('publishing')
  const { facts } = useSnapshot()
  const plans = plansOf(facts)
  if (plans.length === 0)
    return (
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 className="text-[0.8125rem] font-bold">{t(facts.state === 'live' ? 'planChanges' : 'schedule')}</h2>
        <NewPlan zone={zone} onShow={onShow} />
      </section>
    )
  return (
    <section aria-label={t('plans')} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="text-[0.8125rem] font-bold">{plans.length === 1 ? t('movePlan') : t('plansCount', { count: plans.length })}</h2>
      {plans.length === 1 ? <OnePlan plan={plans[0]!} zone={zone} onShow={onShow} /> : <Several plans={plans} zone={zone} onShow={onShow} />}
      <details>
        <summary className="cursor-pointer text-[0.8125rem] font-semibold">{t('anotherPlan')}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <p className="text-[0.8125rem] text-quiet">{t('anotherPlanHint')}</p>
          <NewPlan key={plans.length} zone={zone} onShow={onShow} />
        </div>
      </details>
    </section>
  )
}

function NewPlan({ zone: house, onShow }: Props) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors } = useSnapshot()
  const plan = (at: string, zone: string) => planDraft(session, { at, zone })
  return <PlanForm zone={house} isBusy={isBusy} error={errors.at} submit={t('schedule')} plannedAt={null} onPlan={plan} note={(at, onPick) => <Notes at={at} onPick={onPick} onShow={onShow} />} />
}

function Several({ plans, zone, onShow }: Props & { plans: readonly Plan[] }) {
  return (
    <ol className="flex flex-col gap-1">
      {plans.map((plan) => (
        <li key={plan.id}>
          <details className="rounded-md border border-line">
            <summary className="cursor-pointer px-3 py-2 text-sm">
              <span className="font-semibold"><When at={plan.liveFrom} zone={plan.zone} said /></span>
              <span className="block truncate pl-4 text-[0.8125rem] text-quiet">{plan.headline}</span>
              {plan.lacksCorrection && <span className="block pl-4 text-[0.8125rem]"><CorrectionMark /></span>}
            </summary>
            <div className="flex flex-col gap-3 p-3 pt-1"><OnePlan plan={plan} zone={zone} onShow={onShow} /></div>
          </details>
        </li>
      ))}
    </ol>
  )
}

/** One plan: whether it is the text on the screen, and a form for its time. */
function OnePlan({ plan, zone: house, onShow }: Props & { plan: Plan }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors, version, save } = useSnapshot()
  const isOther = save.kind !== 'saved' || plan.version !== version
  const move = (at: string, zone: string) => session.changeTimes(({ articleId }) => movePlan({ articleId, planId: plan.id, at, zone, was: plan.liveFrom }))
  return (
    <>
      <p className="text-[0.8125rem] text-quiet">{isOther ? <>{t('textFrom')} <When at={plan.madeAt} />.</> : t('sameText')}{plan.anew && ` ${t('listedAnew')}`}</p>
      <a href={`/desk/articles/${session.articleId}/preview?plan=${plan.id}`} target="_blank" rel="noreferrer" className="w-fit text-[0.8125rem] font-semibold underline">{t('previewPlan')}</a>
      {plan.lacksCorrection && <CorrectionNote of="plan" revisionId={plan.revisionId} />}
      {isOther && <NewerText plan={plan} zone={house} />}
      <PlanForm key={plan.liveFrom} zone={house} isBusy={isBusy} error={errors.at} submit={t('move')} plannedAt={plan.liveFrom} onPlan={move} note={(at, onPick) => <Notes at={at} onPick={onPick} onShow={onShow} />} />
      <Button look="quiet" isPending={isBusy} onPress={() => void session.changeTimes(({ articleId }) => cancelPlan({ articleId, planId: plan.id, was: plan.liveFrom }))}>{t('cancelPlan')}</Button>
    </>
  )
}

function NewerText({ plan, zone }: { plan: Plan; zone: string }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy } = useSnapshot()
  return (
    <div className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-warn-ink">
      <p className="text-sm">{t('newerThanPlan')}</p>
      <Button isPending={isBusy} onPress={() => void planDraft(session, { at: plan.liveFrom, zone: plan.zone ?? zone, replaces: plan.id, was: plan.liveFrom })}>{t('planNewer')}</Button>
    </div>
  )
}

/** What stands against a time: an embargo, with the offer of its end, and the publish check's warnings. */
function Notes({ at, onPick, onShow }: { at: string; onPick: (at: string) => void; onShow: Props['onShow'] }) {
  const t = useTranslations('publishing.embargo')
  const { facts, isBusy } = useSnapshot()
  const until = facts.embargoUntil
  return (
    <>
      {until && at < until && (
        <div className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
          <p>{t('stops')} <When at={until} said />.</p>
          <Button isPending={isBusy} onPress={() => onPick(until)}>{t('useEnd')}</Button>
        </div>
      )}
      <Warnings at={at} onShow={onShow} />
    </>
  )
}
