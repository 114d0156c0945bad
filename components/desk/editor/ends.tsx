'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cancelEnd, unpublishAt } from '@/lib/publishing/actions'
import { type LaterPlans, plansPastEnd } from '@/lib/publishing/model'
import { When } from '../when'
import { ComesBack } from './comes-back'
import { useDesk, useSnapshot } from './editor-context'
import { PlanForm } from './plan-form'
import { type Facts, plansOf } from './snapshot'

/** When the article comes down by itself. */
export function Ends({ zone }: { zone: string }) {
  const t = useTranslations('publishing')
  const { errors, facts } = useSnapshot()
  const last = facts.ends.at(-1)
  const livesAgain = last === undefined || plansOf(facts).some(({ liveFrom }) => liveFrom > last)
  return (
    <section aria-label={t('end')} className="border-t border-line pt-5">
      <details open={facts.ends.length > 0 || errors.until !== undefined}>
        <summary className="cursor-pointer text-[0.8125rem] font-bold">{t('end')}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <p className="text-[0.8125rem] text-quiet">{t('endHint')}</p>
          {facts.ends.map((end) => <End key={end} zone={zone} was={end} />)}
          {livesAgain && facts.ends.length > 0 && <h3 className="border-t border-line pt-3 text-[0.8125rem] font-semibold">{t('anotherEnd')}</h3>}
          {livesAgain && <End key={`after ${last}`} zone={zone} was={null} />}
        </div>
      </details>
    </section>
  )
}

function End({ zone, was }: { zone: string; was: string | null }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors, facts } = useSnapshot()
  const [asked, setAsked] = useState<string | null>(null)
  const end = (at: string, plans: LaterPlans | null) => {
    setAsked(null)
    return session.changeTimes(({ articleId }) => unpublishAt({ articleId, at, was, plans }))
  }
  const ask = async (at: string) => {
    if (pastEnd(facts, at).length === 0) return end(at, null)
    setAsked(at)
    return false
  }
  return (
    <>
      {was && <h3 className="text-[0.8125rem] font-semibold"><When at={was} said /></h3>}
      <PlanForm zone={zone} isBusy={isBusy} error={errors.until} submit={t(was ? 'moveEnd' : 'setEnd')} plannedAt={was} onPlan={ask} />
      {was && <Button look="quiet" isPending={isBusy} onPress={() => void session.changeTimes(({ articleId }) => cancelEnd({ articleId, was }))}>{t('cancelEnd')}</Button>}
      <ComesBack end={asked} later={asked ? pastEnd(facts, asked) : []} onChoose={(plans) => void end(asked!, plans)} onClose={() => setAsked(null)} />
    </>
  )
}

/** What would bring the article back after an end, as far as this screen knows. */
function pastEnd({ timeline }: Facts, at: string): Facts['timeline'] {
  const spans = timeline.map(({ liveFrom, liveUntil, listedAt, ...row }) => ({ ...row, liveFrom: new Date(liveFrom), liveUntil: liveUntil === null ? null : new Date(liveUntil), listedAt: new Date(listedAt) }))
  const found = new Set(plansPastEnd(spans, { at: new Date(at), now: new Date() }).map(({ id }) => id))
  return timeline.filter(({ id }) => found.has(id))
}
