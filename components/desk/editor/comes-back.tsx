'use client'
import { useTranslations } from 'next-intl'
import { Button, BUTTON_STACK } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { LaterPlans } from '@/lib/publishing/model'
import { When } from '../when'
import type { EarlyPlan as Plan } from './which-wins'

type Props = { end: string | null; later: readonly Plan[]; onChoose: (plans: LaterPlans) => void; onClose: () => void }

/** The article would come down, and be put live again by what is planned after that: a person says whether it shall. */
export function ComesBack({ end, later, onChoose, onClose }: Props) {
  const t = useTranslations('publishing.comesBack')
  return (
    <Dialog role="alertdialog" title={t('title')} closeLabel={t('close')} isOpen={end !== null} onClose={onClose}>
      <p className="text-sm">{t('down')} {end && <When at={end} said />}. {t('text')}</p>
      <ul className="list-disc pl-5 text-sm">{later.map((plan) => <li key={plan.id}><When at={plan.liveFrom} zone={plan.zone} said /> <span className="text-quiet">{plan.headline}</span></li>)}</ul>
      <div className={BUTTON_STACK}>
        <Button look="primary" onPress={() => onChoose('cancel')}>{t('cancel', { count: later.length })}</Button>
        <Button onPress={() => onChoose('keep')}>{t('keep', { count: later.length })}</Button>
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}
