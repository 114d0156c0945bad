'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Select } from '@/components/ui/select'
import { Typeahead } from '@/components/ui/typeahead'
import type { CalendarFilter } from '@/lib/publishing/schema'
import { searchTags } from '@/lib/tags/actions'
import { searchBylines } from '@/lib/users/actions'
import { Chip } from '../list-filters'
import { useSearch } from '../use-search'
import { addressOf } from './address'

type Named = { id: string; name: string }
type Props = { filter: CalendarFilter; sections: readonly Named[]; tagName: string | null; authorName: string | null }
const ANY = 'any'

/** The calendar's filters; they live in the address. */
export function CalendarFilters({ filter, sections, tagName, authorName }: Props) {
  const t = useTranslations('calendar')
  const desk = useTranslations('desk')
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const set = (change: Partial<CalendarFilter>) => start(() => router.replace(addressOf({ ...filter, ...change }), { scroll: false }))
  const look = useSearch()
  const asFound = (rows: Named[]): Named[] => rows
  return (
    <div role="search" aria-busy={isBusy} className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 max-sm:*:flex-1 max-sm:*:basis-36">
      <div className="w-36"><Select label={desk('section')} value={filter.section ?? ANY} options={[{ id: ANY, name: desk('anySection') }, ...sections]} onChange={(id) => set({ section: id === ANY ? undefined : id })} /></div>
      <div className="w-40"><Typeahead key={filter.tag} label={t('tag')} placeholder={t('any')} search={(query) => look(() => searchTags({ query, kind: 'topic' }), asFound)} onPick={({ id }) => set({ tag: id })} emptyText={t('noneNamed')} /></div>
      <div className="w-44"><Typeahead key={filter.author} label={t('author')} placeholder={t('any')} search={(query) => look(() => searchBylines({ query }), asFound)} onPick={({ id }) => set({ author: id })} emptyText={t('noneNamed')} /></div>
      {tagName && <Chip text={desk('tagged', { name: tagName })} onRemove={() => set({ tag: undefined })} />}
      {authorName && <Chip text={desk('byAuthor', { name: authorName })} onRemove={() => set({ author: undefined })} />}
    </div>
  )
}
