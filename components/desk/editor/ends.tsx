'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cancelEnd, unpublishAt } from '@/lib/publishing/actions'
import { useDesk, useSnapshot } from './editor-context'
import { PlanForm } from './plan-form'
import { plansOf } from './snapshot'

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
          {livesAgain && <End key={`after ${last}`} zone={zone} was={null} />}
        </div>
      </details>
    </section>
  )
}

function End({ zone, was }: { zone: string; was: string | null }) {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, errors } = useSnapshot()
  const end = (at: string) => session.changeTimes(({ articleId }) => unpublishAt({ articleId, at, was }))
  return (
    <>
      <PlanForm zone={zone} isBusy={isBusy} error={errors.until} submit={t(was ? 'moveEnd' : 'setEnd')} plannedAt={was} onPlan={end} />
      {was && <Button look="quiet" isPending={isBusy} onPress={() => void session.changeTimes(({ articleId }) => cancelEnd({ articleId, was }))}>{t('cancelEnd')}</Button>}
    </>
  )
}
