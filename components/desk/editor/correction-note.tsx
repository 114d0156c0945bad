'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useToast } from '@/components/ui/toast'
import { When } from '../when'
import { CompareCorrection } from './compare-correction'
import { useDesk, useSnapshot } from './editor-context'

/** A text that does not have what was put right in the one that readers had. */
export type Lacking = 'draft' | 'plan' | 'live'
const ACTION = 'min-h-7 rounded px-2 text-[0.8125rem] font-semibold underline underline-offset-2 hover:no-underline hover:bg-surface/60'

/** Says so, shows what is missing, and brings it into the draft. `revisionId` names a text that is not the draft. */
export function CorrectionNote({ of, revisionId = null }: { of: Lacking; revisionId?: string | null }) {
  const t = useTranslations('editor.correction')
  const { session, isEditable } = useDesk()
  const { facts: { correction } } = useSnapshot()
  const say = useToast()
  const [isComparing, setComparing] = useState(false)
  if (!correction) return null
  const takeIn = async () => {
    if (!(await session.correction.takeIn())) say(t('notAll'))
  }
  return (
    <div className="flex flex-col gap-1 rounded-md bg-warn-ground px-3 py-2 text-[0.8125rem] leading-snug text-warn-ink">
      <p className="flex gap-2"><CircleAlert aria-hidden size={16} className="mt-px shrink-0" /><span>{t('corrected')} <When at={correction.at} />. {t(of)}</span></p>
      <p className="-ml-2 flex flex-wrap gap-x-1 pl-6">
        <Button className={ACTION} onPress={() => setComparing(true)}>{t('compare')}</Button>
        {of === 'draft' && isEditable && <Button className={ACTION} onPress={() => void takeIn()}>{t('takeIn')}</Button>}
      </p>
      <CompareCorrection of={of} revisionId={revisionId} isOpen={isComparing} onClose={() => setComparing(false)} />
    </div>
  )
}

/** At the text itself: what would come back if the draft were published as it is, and what came back when a plan went out. */
export function CorrectionBanner() {
  const { isEditable } = useDesk()
  const { facts, lacksCorrection } = useSnapshot()
  const live = facts.timeline.find(({ phase }) => phase === 'live')
  const isDraftSaid = lacksCorrection && isEditable
  if (!isDraftSaid && !live?.lacksCorrection) return null
  return (
    <div role="status" className="flex flex-col border-b border-line bg-warn-ground px-1 sm:px-3">
      {live?.lacksCorrection && <CorrectionNote of="live" revisionId={live.revisionId} />}
      {isDraftSaid && <CorrectionNote of="draft" />}
    </div>
  )
}
