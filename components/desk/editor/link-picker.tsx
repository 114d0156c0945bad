'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Typeahead } from '@/components/ui/typeahead'
import { searchArticles } from '@/lib/articles/actions'
import type { LinkInput } from '@/lib/related-links/schema'
import { useSearch } from '../use-search'
import { linkOfWords } from './intake'

type Props = {
  title: string
  /** what stands in the picker's field: a link in running text cannot lead to a title */
  withTitles: boolean
  isOpen: boolean
  /** nothing was picked */
  onClose: () => void
  /** the one who opened the picker closes it */
  onPick: (link: LinkInput) => void
}

/** Finds what to link to: articles by headline in any state that one may read, a pasted address, or (for LÄS OCKSÅ) a headline that nothing has yet. */
export function LinkPicker({ title, withTitles, isOpen, onClose, onPick }: Props) {
  const t = useTranslations('editor.picker')
  const states = useTranslations('desk.states')
  const look = useSearch()
  const search = (query: string) => look(() => searchArticles({ query }), (rows) => rows.map((row) => ({ id: row.id, name: row.headline || t('untitled'), note: [states(row.state), row.section].filter(Boolean).join(' · ') })))
  const pick = (link: LinkInput | null) => {
    if (link) onPick(link)
  }
  const offer = (words: string): string | null => {
    const link = linkOfWords(words)
    if (link?.kind === 'url') return t('useAddress', { url: link.url })
    return withTitles && link ? t('useTitle', { title: words }) : null
  }
  return (
    <Dialog title={title} closeLabel={t('close')} isOpen={isOpen} onClose={onClose}>
      <Typeahead label={t('label')} autoFocus eager placeholder={t('placeholder')} emptyText={t('empty')} search={search}
        onPick={({ id }) => pick({ kind: 'article', articleId: id })}
        create={{ offer, run: (words) => pick(linkOfWords(words)) }} />
    </Dialog>
  )
}
