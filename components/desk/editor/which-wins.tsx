'use client'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { Button, BUTTON_STACK } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { When } from '../when'

export type EarlyPlan = { id: string; liveFrom: string; zone: string | null; headline?: string }
type Props = { until: string | null; early: readonly EarlyPlan[]; onChoose: (plans: 'move' | 'cancel') => void; onClose: () => void; isChange: boolean }

const dataSchema = z.object({ plans: z.array(z.object({ id: z.string(), liveFrom: z.string(), zone: z.string().nullable() })) })
/** The plans that a refusal asks about, if it does. */
export const plansIn = (answer: object | null): EarlyPlan[] | undefined => dataSchema.safeParse(answer && 'data' in answer ? answer.data : null).data?.plans

/** Something is planned before the embargo would end: one of the two gives way, as a person says. `isChange`: one stands already. */
export function WhichWins({ until, early, isChange, onChoose, onClose }: Props) {
  const t = useTranslations('publishing.embargo.asks')
  const keep = t(isChange ? 'keepAsIs' : 'keep', { count: early.length })
  return (
    <Dialog role="alertdialog" title={t('title')} closeLabel={keep} isOpen={until !== null} onClose={onClose}>
      <p className="text-sm">{t('text')} {until && <When at={until} said />}.</p>
      <ul className="list-disc pl-5 text-sm">{early.map((plan) => <li key={plan.id}><When at={plan.liveFrom} zone={plan.zone} said /> <span className="text-quiet">{plan.headline}</span></li>)}</ul>
      <div className={BUTTON_STACK}>
        <Button look="primary" onPress={() => onChoose('move')}>{t('move', { count: early.length })}</Button>
        {early.length > 1 && <p className="text-[0.8125rem] text-quiet">{t('moveHint')}</p>}
        <Button onPress={() => onChoose('cancel')}>{t(isChange ? 'cancelForChange' : 'cancel', { count: early.length })}</Button>
        <Button look="quiet" onPress={onClose}>{keep}</Button>
      </div>
    </Dialog>
  )
}
