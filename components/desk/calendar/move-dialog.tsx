'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { PlanForm } from '../editor/plan-form'
import { EmbargoForm } from './embargo-form'
import type { Asked, Move } from './use-moves'

type Props = { asked: Asked | null; zone: string; onMove: Move; onClose: () => void }

/** Another time for an entry, by a form; of an embargo with the reason. */
export function MoveDialog({ asked, zone, onMove, onClose }: Props) {
  const t = useTranslations('calendar')
  const isEmbargo = asked?.entry.kind === 'embargo'
  const move = async (at: string, picked: string) => {
    if (asked) onMove(asked.entry, new Date(at), { picked })
    onClose()
    return true
  }
  return (
    <Dialog title={asked ? t(isEmbargo ? 'embargoTitle' : 'moveTitle', { headline: asked.entry.headline }) : ''} closeLabel={t('keep')} isOpen={asked !== null} onClose={onClose}>
      {asked && (isEmbargo
        ? <EmbargoForm {...asked} zone={zone} onDone={onClose} />
        : <PlanForm zone={zone} isBusy={false} submit={t('move')} isPrimary plannedAt={asked.at.toISOString()} onPlan={move} />)}
    </Dialog>
  )
}
