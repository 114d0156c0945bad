import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { handOverArticles, tagArticles } from '@/lib/articles/actions'
import type { Answer } from '@/lib/auth/define-action'
import { createTag, searchTags } from '@/lib/tags/actions'
import { searchColleagues } from '@/lib/users/actions'
import type { ListRow } from '../article-list'
import type { Run } from './use-bulk'

type Props = { rows: readonly ListRow[]; isBusy: boolean; run: Run; onClose: () => void }
const found = async (answer: Promise<Answer<Suggestion[]>>): Promise<Suggestion[]> => {
  const said = await answer
  return said.ok ? said.data : []
}

/** One tag, found or made, for all. */
export function TagDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const say = useToast()
  const tag = async (tagId: string) => {
    if (await run('tag', rows, (articleIds) => tagArticles({ articleIds, tagId }))) onClose()
  }
  const make = async (name: string) => {
    const answer = await createTag({ name, kind: 'topic' })
    if (answer.ok) await tag(answer.data.id)
    else say(answer.message)
  }
  return (
    <Dialog title={t('tagTitle', { count: rows.length })} closeLabel={t('close')} isOpen onClose={onClose}>
      <Typeahead label={t('tagField')} autoFocus isDisabled={isBusy} emptyText={t('noneFound')} search={(query) => found(searchTags({ query }))} onPick={({ id }) => void tag(id)}
        create={{ offer: (name) => t('createTag', { name }), run: (name) => void make(name) }} />
      {isBusy && <p role="status" className="text-sm text-quiet">{t('busy')}</p>}
    </Dialog>
  )
}

/** A colleague for all; the giver may not be able to take them back, so it is asked once more. */
export function HandOverDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const [to, setTo] = useState<Suggestion | null>(null)
  const handOver = async ({ id }: Suggestion) => {
    if (await run('handOver', rows, (articleIds) => handOverArticles({ articleIds, toId: id }))) onClose()
  }
  return (
    <Dialog title={t('handOverTitle', { count: rows.length })} closeLabel={t('close')} isOpen onClose={onClose}>
      <p>{t('handOverText')}</p>
      <Typeahead label={t('colleague')} autoFocus isDisabled={isBusy} emptyText={t('noneFound')} search={(query) => found(searchColleagues({ query }))} onPick={setTo} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        {to && <Button look="primary" isPending={isBusy} onPress={() => void handOver(to)}>{isBusy ? t('busy') : t('handOverDo', { name: to.name })}</Button>}
      </div>
    </Dialog>
  )
}
