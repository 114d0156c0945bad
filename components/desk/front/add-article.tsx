'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { searchArticles } from '@/lib/articles/actions'
import { FRONT_LIMITS } from '@/lib/front-page/schema'
import { useSearch } from '../use-search'
import type { EditSlot } from './slot-edits'

type Found = Extract<Awaited<ReturnType<typeof searchArticles>>, { ok: true }>['data'][number]

/** Finds an article by its headline and gives it a slot below the others. */
export function AddArticle({ slots, onAdd }: { slots: readonly EditSlot[]; onAdd: (slot: EditSlot) => void }) {
  const t = useTranslations('front')
  const states = useTranslations('desk.states')
  const [found, setFound] = useState<Found[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const look = useSearch()
  const search = (query: string) => look(() => searchArticles({ query }), (rows) => {
    setFound(rows)
    return rows.map((row) => ({ id: row.id, name: row.headline || t('untitled'), note: [states(row.state), row.section].filter(Boolean).join(' · ') }))
  })
  const add = ({ id }: Suggestion): void => {
    const row = found.find((each) => each.id === id)
    if (!row) return
    if (slots.some(({ articleId, until }) => articleId === id && until === null)) return setProblem(t('alreadyThere'))
    setProblem(null)
    const { headline, state, section, plannedAt } = row
    onAdd({ key: crypto.randomUUID(), id: null, articleId: id, headline: '', pinnedTo: null, from: null, until: null, article: { headline, state, section, plannedAt } })
  }
  const isFull = slots.length >= FRONT_LIMITS.slots
  return (
    <>
      <Typeahead label={t('add')} placeholder={t('addPlaceholder')} emptyText={t('notFound')} search={search} onPick={add} isDisabled={isFull} />
      {isFull && <p className="mt-1 text-[0.8125rem] text-quiet">{t('full', { most: FRONT_LIMITS.slots })}</p>}
      {problem && <p role="alert" className="mt-1 text-[0.8125rem] font-medium text-stop-ink">{problem}</p>}
    </>
  )
}
