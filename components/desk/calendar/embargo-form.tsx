'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { Locale } from '@/lib/platform/locale'
import { setEmbargo } from '@/lib/publishing/actions'
import type { CalendarEntry } from '@/lib/publishing/queries'
import { EMBARGO_LIMITS } from '@/lib/publishing/schema'
import { PlanForm } from '../editor/plan-form'
import { type EarlyPlan, plansIn, WhichWins } from '../editor/which-wins'
import { formatInstant, zoneName } from '../when'

type Props = { entry: CalendarEntry; at: Date; zone: string; onDone: () => void }

/** Another end of an embargo: when, and why. What is planned before it gives way as a person says. */
export function EmbargoForm({ entry: { articleId, headline }, at, zone, onDone }: Props) {
  const t = useTranslations('publishing.embargo')
  const words = useTranslations('calendar')
  const locale = useLocale() as Locale
  const router = useRouter()
  const say = useToast()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState<{ until: string; early: EarlyPlan[] } | null>(null)
  const set = async (until: string, plans: 'move' | 'cancel' | null): Promise<boolean> => {
    setAsked(null)
    setBusy(true)
    const answer = await setEmbargo({ articleId, until, reason, plans }).catch(() => null)
    setBusy(false)
    if (answer?.ok) {
      say(words('embargoMoved', { headline, at: `${formatInstant(new Date(until), zone, locale)}, ${zoneName(zone, locale)}` }))
      startTransition(() => router.refresh())
      onDone()
      return true
    }
    const early = plansIn(answer)
    if (early) setAsked({ until, early })
    else setErrors(answer?.fields ?? { embargo: answer?.message ?? words('unreachable') })
    return false
  }
  return (
    <>
      <p className="text-sm text-quiet">{t('changeHint')}</p>
      <Field label={t('reason')} hint={t('reasonHint')} rows={2} value={reason} onChange={setReason} error={errors.reason} maxLength={EMBARGO_LIMITS.reason} isRequired autoFocus />
      <PlanForm zone={zone} isBusy={isBusy} error={errors.embargo} submit={t('doChange')} isPrimary plannedAt={at.toISOString()} onPlan={(until) => set(until, null)} />
      <WhichWins until={asked?.until ?? null} isChange early={asked?.early ?? []} onChoose={(plans) => void set(asked!.until, plans)} onClose={() => setAsked(null)} />
    </>
  )
}
