import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { handOverArticles, tagArticles, untagArticles } from '@/lib/articles/actions'
import { createTag, searchTags } from '@/lib/tags/actions'
import { searchColleagues } from '@/lib/users/actions'
import type { ListRow } from '../article-list'
import { useAsk } from '../use-deed'
import { useSearch } from '../use-search'
import type { Run } from './use-bulk'

type Props = { rows: readonly ListRow[]; isBusy: boolean; run: Run; onClose: () => void }
const asFound = (rows: Suggestion[]): Suggestion[] => rows

/** One tag, found or made, for all. */
export function TagDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const say = useToast()
  const tag = async (tagId: string) => {
    // those that had the tag before keep it
    const without = rows.filter(({ tags }) => !tags.some(({ id }) => id === tagId))
    const undo = (done: readonly string[]) => void run('untag', without.filter(({ id }) => done.includes(id)), (articleIds) => untagArticles({ articleIds, tagId }))
    const isDone = await run('tag', rows, (articleIds) => tagArticles({ articleIds, tagId }), without.length > 0 ? undo : undefined)
    if (isDone) onClose()
    return isDone
  }
  const ask = useAsk()
  const look = useSearch()
  const make = async (name: string) => {
    const answer = await ask(() => createTag({ name, kind: 'topic' }))
    if (answer.ok) return tag(answer.data.id)
    say(answer.message)
    return false
  }
  return (
    <Dialog title={t('tagTitle', { count: rows.length })} closeLabel={t('close')} isOpen onClose={onClose}>
      <Typeahead label={t('tagField')} autoFocus isDisabled={isBusy} emptyText={t('noneFound')} search={(query) => look(() => searchTags({ query }), asFound)} onPick={({ id }) => tag(id)}
        create={{ offer: (name) => t('createTag', { name }), run: make }} />
      {isBusy && <p role="status" className="text-sm text-quiet">{t('busy')}</p>}
    </Dialog>
  )
}

/** A colleague for all. A writer cannot take them back, so it is asked once more; an editor can. */
export function HandOverDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const look = useSearch()
  const [to, setTo] = useState<Suggestion | null>(null)
  const giveBack = async (done: readonly string[]) => {
    const given = rows.filter(({ id }) => done.includes(id))
    for (const owner of new Set(given.map(({ author }) => author.id))) await run('giveBack', given.filter(({ author }) => author.id === owner), (articleIds) => handOverArticles({ articleIds, toId: owner }))
  }
  const handOver = async ({ id }: Suggestion) => {
    const mayGiveBack = rows.every(({ may }) => may.publish)
    if (await run('handOver', rows, (articleIds) => handOverArticles({ articleIds, toId: id }), mayGiveBack ? (done) => void giveBack(done) : undefined)) onClose()
  }
  return (
    <Dialog title={t('handOverTitle', { count: rows.length })} closeLabel={t('close')} isOpen onClose={onClose}>
      <p>{t('handOverText')}</p>
      <Typeahead label={t('colleague')} autoFocus isDisabled={isBusy} emptyText={t('noneFound')} search={(query) => look(() => searchColleagues({ query }), asFound)} onPick={setTo} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        {to && <Button look="primary" isPending={isBusy} onPress={() => void handOver(to)}>{isBusy ? t('busy') : t('handOverDo', { name: to.name })}</Button>}
      </div>
    </Dialog>
  )
}
