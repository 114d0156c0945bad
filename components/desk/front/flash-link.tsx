'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LABEL } from '@/components/ui/field'
import { Typeahead } from '@/components/ui/typeahead'
import { searchArticles } from '@/lib/articles/actions'
import { useSearch } from '../use-search'

/** `name` is what the screen says of it. */
export type FlashTarget = { articleId: string | null; url: string | null; name: string }
/** Words that lead nowhere yet. */
export type Unclear = { isUnclear: true }

/** Where the words in the field lead, although nothing was picked: to an address, or nowhere when there are none. */
export function targetIn(words: string): FlashTarget | Unclear | null {
  if (words.trim() === '') return null
  const url = addressIn(words.trim())
  return url ? { articleId: null, url, name: url } : { isUnclear: true }
}

/** With https where none was said; null for what is no address. */
function addressIn(typed: string): string | null {
  if (/^https?:\/\/\S+$/.test(typed)) return typed
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(typed) ? `https://${typed}` : null
}

type Props = { target: FlashTarget | null; onChange: (target: FlashTarget | null) => void; onWords: (words: string) => void; error?: string }

/** Where the line leads: an article found by its headline, an address, or nowhere; `onWords` hears what is typed and not picked yet. */
export function FlashLink({ target, onChange, onWords, error }: Props) {
  const t = useTranslations('front.flash')
  const texts = useTranslations('front')
  const states = useTranslations('desk.states')
  const look = useSearch()
  const search = (query: string) => look(() => searchArticles({ query }), (rows) => rows.map((row) => ({ id: row.id, name: row.headline || texts('untitled'), note: states(row.state) })))
  const offer = (words: string): string | null => {
    const url = addressIn(words.trim())
    return url && t('useAddress', { url })
  }
  const pick = (words: string): void => {
    const found = targetIn(words)
    if (found && !('isUnclear' in found)) onChange(found)
  }
  if (!target)
    return (
      <div>
        <Typeahead label={t('link')} placeholder={t('linkPlaceholder')} emptyText={texts('notFound')} search={search} onPick={({ id, name }) => onChange({ articleId: id, url: null, name })} create={{ offer, run: pick }} onWords={onWords} />
        <p className="mt-1 text-[0.8125rem] text-quiet">{t('linkHint')}</p>
        {error && <p role="alert" className="text-[0.8125rem] font-medium text-stop-ink">{error}</p>}
      </div>
    )
  return (
    <div>
      <p className={LABEL}>{t('link')}</p>
      <p className="flex items-center justify-between gap-3 text-sm"><span className="min-w-0 wrap-anywhere">{target.name}</span><Button look="quiet" onPress={() => onChange(null)}>{t('unlink')}</Button></p>
      {error && <p role="alert" className="text-[0.8125rem] font-medium text-stop-ink">{error}</p>}
    </div>
  )
}
