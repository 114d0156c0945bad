'use client'
import { useTranslations } from 'next-intl'
import { ELSEWHERE, imageLine, shownLines, type Words } from '@/lib/articles/model'
import type { ImageUse } from '@/lib/media/schema'

type Shown = Words & { leadImage?: ImageUse | null }

/** A text in lines; those that the other does not have are marked, by a sign too. */
export function Version({ title, draft, other }: { title: string; draft: Shown; other: Shown }) {
  const t = useTranslations('editor.conflict')
  const names = useTranslations('editor.details')
  const linesOf = (words: Shown) => [words.headline, words.standfirst, words.leadImage && imageLine(words.leadImage), ...shownLines(words.body), ...ELSEWHERE.map((name) => words[name] && `${names(name)}: ${words[name]}`)].filter(Boolean)
  const has = new Set(linesOf(other))
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      <div tabIndex={0} className="h-80 overflow-auto rounded-md border border-line p-3 font-serif text-[0.9375rem]">
        {linesOf(draft).map((line, i) => (
          <p key={i} className={`mb-2 wrap-anywhere ${has.has(line) ? '' : 'border-l-[3px] border-plan bg-warn-ground pl-2 text-warn-ink'}`}>{!has.has(line) && <span className="sr-only">{t('differs')} </span>}{line}</p>
        ))}
      </div>
    </section>
  )
}
