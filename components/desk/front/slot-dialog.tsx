'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { FRONT_LIMITS } from '@/lib/front-page/schema'
import { InstantField, instantOf, type WallValue, wallValue } from '../instant-field'
import { When } from '../when'
import type { EditSlot } from './slot-edits'

const isOpen = (value: WallValue | null, zone: string): boolean => value !== null && instantOf(value, zone) === null
const isoOf = (value: WallValue | null, zone: string): string | null => (value && instantOf(value, zone)?.toISOString()) ?? null
const begun = ({ id, from }: EditSlot, now: string): boolean => id !== null && from !== null && from <= now
const nameOf = ({ article }: EditSlot): string | null => article?.headline || null
const FLOW = 'flow'
const PLACES = 12

/** What a slot can be: another headline, a fixed place, and a time. Nothing of it holds before the page is saved. */
export function SlotDialog({ slot, now, onClose, onDone }: { slot: EditSlot; now: string; onClose: () => void; onDone: (slot: EditSlot) => void }) {
  const t = useTranslations('front.dialog')
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const hasBegun = begun(slot, now)
  const [headline, setHeadline] = useState(slot.headline)
  const [pinnedTo, setPinnedTo] = useState(slot.pinnedTo)
  const [from, setFrom] = useState<WallValue | null>(() => (slot.from && !hasBegun ? wallValue(slot.from, zone) : null))
  const [until, setUntil] = useState<WallValue | null>(() => (slot.until ? wallValue(slot.until, zone) : null))
  const [isTried, setTried] = useState(false)
  const errorOf = (value: WallValue | null): string | undefined => (isTried && isOpen(value, zone) ? t('incomplete') : undefined)
  const done = (): void => {
    setTried(true)
    if (isOpen(from, zone) || isOpen(until, zone)) return
    onDone({ ...slot, headline: headline.trim(), pinnedTo, from: hasBegun ? slot.from : isoOf(from, zone), until: isoOf(until, zone) })
  }
  const places = [{ id: FLOW, name: t('flow') }, ...Array.from({ length: Math.max(PLACES, slot.pinnedTo ?? 0) }, (_, i) => ({ id: String(i + 1), name: t('pinTo', { n: i + 1 }) }))]
  return (
    <Dialog title={t('title', { headline: nameOf(slot) ?? t('untitled') })} closeLabel={t('close')} isOpen onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); done() }} className="flex flex-col gap-4">
        <Field label={t('headline')} value={headline} onChange={setHeadline} maxLength={FRONT_LIMITS.headline} hint={t('headlineHint', { headline: slot.article?.headline ?? '' })} />
        <Select label={t('pin')} options={places} value={pinnedTo === null ? FLOW : String(pinnedTo)} onChange={(id) => setPinnedTo(id === FLOW ? null : Number(id))} />
        {hasBegun ? <p className="text-sm text-quiet">{t('since')} <When at={slot.from!} said /></p> : <Switch isSelected={from !== null} onChange={(on) => setFrom(on ? wallValue(null, zone) : null)}>{t('starts')}</Switch>}
        {from && <InstantField label={t('begins')} zone={zone} value={from} onChange={setFrom} error={errorOf(from)} />}
        <Switch isSelected={until !== null} onChange={(on) => setUntil(on ? wallValue(null, zone, 2) : null)}>{t('ends')}</Switch>
        {until && <InstantField label={t('end')} zone={zone} value={until} onChange={setUntil} error={errorOf(until)} />}
        <div className="flex justify-end"><Button type="submit" look="primary">{t('done')}</Button></div>
      </form>
    </Dialog>
  )
}
