'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { liftEmbargo, setEmbargo } from '@/lib/publishing/actions'
import { EMBARGO_LIMITS } from '@/lib/publishing/schema'
import { useDesk, useSnapshot } from './editor-context'
import { PlanForm } from './plan-form'
import { plansOf } from './snapshot'
import { WhichWins } from './which-wins'

/** Before when nobody publishes, whoever asks: set at once, changed and lifted with a reason. */
export function Embargo({ zone }: { zone: string }) {
  const t = useTranslations('publishing.embargo')
  const { session } = useDesk()
  const { isBusy, errors, facts } = useSnapshot()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const is = facts.embargoUntil
  const early = (until: string | null) => plansOf(facts).filter(({ liveFrom }) => until !== null && liveFrom < until)
  const set = async (until: string, plans: 'move' | 'cancel' | null) => {
    setAsked(null)
    const done = await session.changeTimes(({ articleId }) => setEmbargo({ articleId, until, reason, plans }))
    if (done) setReason('')
    return done
  }
  const ask = async (until: string): Promise<boolean> => {
    if (early(until).length > 0) setAsked(until)
    else return set(until, null)
    return false
  }
  const lift = async () => {
    if (await session.changeTimes(({ articleId }) => liftEmbargo({ articleId, reason }))) setReason('')
  }
  return (
    <section aria-label={t('title')} className="border-t border-line pt-5">
      <details open={errors.embargo !== undefined || errors.reason !== undefined || undefined}>
        <summary className="cursor-pointer text-[0.8125rem] font-bold">{is ? t('change') : t('title')}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <p className="text-[0.8125rem] text-quiet">{t(is ? 'changeHint' : 'hint')}</p>
          {is && <Field label={t('reason')} hint={t('reasonHint')} rows={2} value={reason} onChange={setReason} error={errors.reason} maxLength={EMBARGO_LIMITS.reason} isRequired />}
          <PlanForm key={is} zone={zone} isBusy={isBusy} error={errors.embargo} submit={t(is ? 'doChange' : 'set')} plannedAt={is} onPlan={ask} />
          {is && <Button look="danger" isPending={isBusy} onPress={() => void lift()}>{t('lift')}</Button>}
        </div>
      </details>
      <WhichWins until={asked} isChange={is !== null} early={early(asked)} onChoose={(plans) => void set(asked!, plans)} onClose={() => setAsked(null)} />
    </section>
  )
}
