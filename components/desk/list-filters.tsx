'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { INPUT } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type ListFilter, STATES } from '@/lib/articles/schema'

type Named = { id: string; name: string }
type Props = { filter: ListFilter; sections: readonly Named[]; tagName: string | null; authorName: string | null }
const ANY = 'any'
const PAUSE_MS = 250

/** The list's filters; they live in the address, so that a list can be kept and sent. */
export function ListFilters({ filter, sections, tagName, authorName }: Props) {
  const t = useTranslations('desk')
  const { set, isBusy } = useFilterAddress(filter)
  return (
    <div role="search" className="flex flex-wrap items-end gap-x-3 gap-y-2 max-sm:grid max-sm:grid-cols-2" aria-busy={isBusy}>
      <Words value={filter.q ?? ''} onSettle={(q) => set({ q: q || undefined })} />
      <div className="sm:w-36"><Select label={t('state')} value={filter.state ?? ANY} options={[{ id: ANY, name: t('anyState') }, ...STATES.map((id) => ({ id, name: t(`states.${id}`) }))]} onChange={(id) => set({ state: id === ANY ? undefined : (id as ListFilter['state']) })} /></div>
      <div className="sm:w-36"><Select label={t('section')} value={filter.section ?? ANY} options={[{ id: ANY, name: t('anySection') }, ...sections]} onChange={(id) => set({ section: id === ANY ? undefined : id })} /></div>
      <div className="sm:w-32"><Select label={t('author')} value={filter.author === 'me' ? 'me' : ANY} options={[{ id: ANY, name: t('anyAuthor') }, { id: 'me', name: t('me') }]} onChange={(id) => set({ author: id === 'me' ? 'me' : undefined })} /></div>
      {authorName && <Chip text={t('byAuthor', { name: authorName })} onRemove={() => set({ author: undefined })} />}
      {tagName && <Chip text={t('tagged', { name: tagName })} onRemove={() => set({ tag: undefined })} />}
    </div>
  )
}

function useFilterAddress(filter: ListFilter) {
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const set = (change: Partial<ListFilter>) => {
    const next = Object.entries({ ...filter, before: undefined, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]))
    start(() => router.replace(next.length ? `/desk?${new URLSearchParams(next)}` : '/desk', { scroll: false }))
  }
  return { set, isBusy }
}

function Words({ value, onSettle }: { value: string; onSettle: (words: string) => void }) {
  const t = useTranslations('desk')
  const [words, setWords] = useState(value)
  const settle = useRef(onSettle)
  useEffect(() => { settle.current = onSettle })
  useEffect(() => {
    if (words.trim() === value) return
    const timer = setTimeout(() => settle.current(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words, value])
  return (
    <SearchField value={words} onChange={setWords} className="flex min-w-0 flex-1 flex-col gap-1 max-sm:col-span-2 sm:max-w-72 sm:min-w-48">
      <Label className="text-[0.8125rem] font-semibold">{t('search')}</Label>
      <Input className={INPUT} placeholder={t('searchPlaceholder')} />
    </SearchField>
  )
}

/** A filter that is on, and the way to be rid of it. */
export function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useTranslations('desk')
  return (
    <span className="inline-flex min-h-9 max-w-full max-sm:col-span-2 max-sm:justify-self-start items-center gap-1 rounded-full border border-field-line pr-1 pl-3 text-sm">
      <span className="truncate">{text}</span>
      <Button aria-label={t('removeFilter', { text })} onPress={onRemove} className="rounded-full p-1.5 text-quiet hover:bg-hover hover:text-ink"><X aria-hidden size={14} /></Button>
    </span>
  )
}
