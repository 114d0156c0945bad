'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type RunDeed, useAsk } from '@/components/desk/use-deed'
import { useSearch } from '@/components/desk/use-search'
import { Button } from '@/components/ui/button'
import { Typeahead } from '@/components/ui/typeahead'
import { mergeTags, previewMerge, searchTags } from '@/lib/tags/actions'
import type { Tag } from './tag-list'

type Effect = { drafts: number; live: number; planned: number; both: number }
type Choice = { id: string; name: string; effect: Effect }

/** Into which other tag; what it changes is shown before it is done. */
export function MergeForm({ tag, run, isBusy, onDone, onCancel }: { tag: Tag; run: RunDeed; isBusy: boolean; onDone: () => void; onCancel: () => void }) {
  const t = useTranslations('admin')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const ask = useAsk()
  const look = useSearch()
  const search = (query: string) => look(() => searchTags({ query, kind: tag.kind }), (rows) => rows.filter(({ id }) => id !== tag.id))
  const choose = async ({ id, name }: { id: string; name: string }) => {
    const answer = await ask(() => previewMerge({ fromId: tag.id, intoId: id }))
    setProblem(answer.ok ? null : answer.message)
    setChoice(answer.ok ? { id, name, effect: answer.data } : null)
    return answer.ok
  }
  const merge = async () => {
    if (!choice) return
    const answer = await run(() => mergeTags({ fromId: tag.id, intoId: choice.id }))
    if (answer.ok) onDone()
    else setProblem(answer.message)
  }
  return (
    <div className="flex flex-col gap-4">
      <Typeahead label={t('mergeInto')} search={search} onPick={choose} emptyText={t('noTagFound')} autoFocus />
      {choice && (
        <div role="status" className="rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
          <p className="font-semibold">{t('mergePreview', { from: tag.name, into: choice.name })}</p>
          <p>{t('mergeEffect', choice.effect)}</p>
        </div>
      )}
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="flex justify-end gap-2"><Button look="quiet" onPress={onCancel}>{t('cancel')}</Button><Button look="primary" isDisabled={!choice} isPending={isBusy} onPress={() => void merge()}>{t('merge')}</Button></div>
    </div>
  )
}
