'use client'
import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, Pencil, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components'
import { StateMark } from '../state-mark'
import { When } from '../when'
import type { EditSlot } from './slot-edits'
import { SlotFacts } from './slot-facts'
import type { Step } from './slot-list'

type Props = { slot: EditSlot; name: string; place: number; now: string; mayEdit: boolean; onStep: (way: Step) => void; onOpen: () => void; onRemove: () => void }
const ICON = 'inline-flex size-9 shrink-0 items-center justify-center rounded-md text-quiet hover:bg-hover hover:text-ink'

/** A slot: its place, its headline, what is to know of it, and what can be done. */
export function SlotRow({ slot, name, place, now, mayEdit, onStep, onOpen, onRemove }: Props) {
  const t = useTranslations('front.row')
  const deed = (Icon: LucideIcon, label: string, run: () => void, step?: string) => <Button aria-label={label} onPress={run} className={ICON} data-step={step}><Icon aria-hidden size={17} /></Button>
  return (
    <div className="flex flex-wrap items-center gap-x-1 py-1.5 sm:flex-nowrap">
      {mayEdit && <Button slot="drag" aria-label={t('drag', { headline: name })} className={`${ICON} -ml-2 cursor-grab`}><GripVertical aria-hidden size={17} /></Button>}
      <span className="w-6 shrink-0 text-right text-sm text-quiet tabular-nums"><span className="sr-only">{t('place', { n: place })}</span><span aria-hidden>{place}</span></span>
      <div className="min-w-0 flex-1 px-2 max-sm:basis-[60%]">
        <p className="leading-snug font-semibold wrap-anywhere">{name}</p>
        <SlotFacts slot={slot} now={now}>{slot.article && <ArticleFacts article={slot.article} />}</SlotFacts>
      </div>
      {mayEdit && (
        <div className="flex max-sm:ml-auto">
          {deed(ArrowUp, t('up', { headline: name }), () => onStep('up'), `${slot.key}:up`)}
          {deed(ArrowDown, t('down', { headline: name }), () => onStep('down'), `${slot.key}:down`)}
          {deed(Pencil, t('change', { headline: name }), onOpen)}
          {deed(X, t('remove', { headline: name }), onRemove)}
        </div>
      )}
    </div>
  )
}

function ArticleFacts({ article: { state, plannedAt, section } }: { article: NonNullable<EditSlot['article']> }) {
  return (
    <>
      <StateMark state={state} />
      {state === 'scheduled' && plannedAt && <span className="text-plan"><When at={plannedAt} /></span>}
      {section && <span>{section}</span>}
    </>
  )
}
