'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { suggestLinks } from '@/lib/articles/actions'
import { StateMark } from '../state-mark'
import { When } from '../when'
import { useDesk } from './editor-context'
import { insertReadAlso } from './intake'
import { type FeedPage, type Offered, SuggestionFeed } from './suggestion-feed'

/** "LÄS OCKSÅ?": five articles that this one could link to, each with why. Nothing is inserted by itself. */
export function Suggestions({ editor }: { editor: Editor }) {
  const t = useTranslations('editor.suggestions')
  const say = useToast()
  const { session } = useDesk()
  const [feed] = useState(() => new SuggestionFeed(() => session.writing(), suggestLinks))
  const page = useSyncExternalStore(feed.subscribe, feed.read, feed.readNothing)
  useEffect(() => {
    feed.start()
    const unwatch = session.onWritten(() => feed.touch())
    return () => {
      unwatch()
      feed.stop()
    }
  }, [feed, session])
  const insert = ({ articleId, headline }: Offered) => {
    insertReadAlso(editor, { kind: 'article', articleId })
    feed.drop(articleId)
    say(t('inserted', { title: headline }))
  }
  return (
    <section aria-labelledby="suggestions-title">
      <h2 id="suggestions-title" className="text-[0.8125rem] font-bold tracking-[0.06em] text-accent-ink">{t('title')}</h2>
      <p className="mb-3 text-[0.8125rem] text-quiet">{t('hint')}</p>
      <List page={page} onInsert={insert} onAgain={() => feed.again()} />
    </section>
  )
}

function List({ page, onInsert, onAgain }: { page: FeedPage; onInsert: (offered: Offered) => void; onAgain: () => void }) {
  const t = useTranslations('editor.suggestions')
  if (page.kind === 'loading') return <p className="text-sm text-quiet">{t('loading')}</p>
  if (page.kind === 'failed') return <p className="flex items-center justify-between gap-3 text-sm text-quiet">{t('failed')}<Button onPress={onAgain}>{t('again')}</Button></p>
  if (page.offered.length === 0) return <p className="text-sm text-quiet">{t('empty')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {page.offered.map((offered) => (
        <li key={offered.articleId} className="flex items-start justify-between gap-3 py-3 first:pt-0">
          <div className="min-w-0">
            <p className="text-sm leading-snug font-semibold wrap-anywhere">{offered.headline}</p>
            <p className="mt-1 flex flex-wrap gap-x-2 text-[0.8125rem] text-quiet"><StateMark state={offered.state} /> <When at={offered.at} said={offered.state === 'scheduled'} look="short" /></p>
            <p className="mt-0.5 text-[0.8125rem]"><Why offered={offered} /></p>
          </div>
          <Button aria-label={t('insertNamed', { title: offered.headline })} onPress={() => onInsert(offered)}>{t('insert')}</Button>
        </li>
      ))}
    </ul>
  )
}

function Why({ offered: { tags, words } }: { offered: Offered }) {
  const t = useTranslations('editor.suggestions.why')
  const byTags = tags.length > 0 ? t('tags', { count: tags.length }) : null
  const [first, second] = words
  const byWords = first ? t('words', { words: second ? t('and', { first, second }) : first }) : null
  return byTags && byWords ? t('both', { tags: byTags, words: byWords }) : (byTags ?? byWords)
}
