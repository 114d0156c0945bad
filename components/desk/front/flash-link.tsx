'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LABEL } from '@/components/ui/field'
import { type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { searchArticles } from '@/lib/articles/actions'

export type FlashTarget = { articleId: string | null; url: string | null; name: string }

/** Where the line leads: an article found by its headline, a pasted address, or nowhere. */
export function FlashLink({ target, onChange, error }: { target: FlashTarget | null; onChange: (target: FlashTarget | null) => void; error?: string }) {
  const t = useTranslations('front.flash')
  const texts = useTranslations('front')
  const states = useTranslations('desk.states')
  const search = async (query: string): Promise<Suggestion[]> => {
    const answer = await searchArticles({ query })
    return answer.ok ? answer.data.map((row) => ({ id: row.id, name: row.headline || texts('untitled'), note: states(row.state) })) : []
  }
  const offer = (words: string): string | null => (/^https?:\/\/\S+$/.test(words) ? t('useAddress', { url: words }) : null)
  if (!target)
    return (
      <div>
        <Typeahead label={t('link')} placeholder={t('linkPlaceholder')} emptyText={texts('notFound')} search={search} onPick={({ id, name }) => onChange({ articleId: id, url: null, name })} create={{ offer, run: (url) => onChange({ articleId: null, url, name: url }) }} />
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
