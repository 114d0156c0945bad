'use client'
import { useTranslations } from 'next-intl'
import { ELSEWHERE, shownImage, type ShownLine, shownLines, shownWords, type Words } from '@/lib/articles/model'
import type { ImageUse } from '@/lib/media/schema'
import { useImageFile } from '../images/image-book'
import { Thumb } from '../images/thumb'

type Shown = Words & { leadImage?: ImageUse | null }

/** A text in lines; those that the other does not have are marked, by a sign too. */
export function Version({ title, draft, other }: { title: string; draft: Shown; other: Shown }) {
  const t = useTranslations('editor.conflict')
  const names = useTranslations('editor.details')
  const linesOf = (words: Shown): ShownLine[] => [
    ...[words.headline, words.standfirst].map(shownWords), ...(words.leadImage ? [shownImage(words.leadImage)] : []), ...shownLines(words.body),
    ...ELSEWHERE.map((name) => shownWords(words[name] && `${names(name)}: ${words[name]}`)),
  ].filter((line) => line.words)
  const has = new Set(linesOf(other).map(({ key }) => key))
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      <div tabIndex={0} className="h-80 overflow-auto rounded-md border border-line p-3 font-serif text-[0.9375rem]">
        {linesOf(draft).map(({ key, words, image }, i) => (
          <div key={i} className={`mb-2 wrap-anywhere ${has.has(key) ? '' : 'border-l-[3px] border-plan bg-warn-ground pl-2 text-warn-ink'}`}>
            {!has.has(key) && <span className="sr-only">{t('differs')} </span>}
            {image && <Miniature id={image} />}
            <p className="inline">{words}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Two images with the same words, or none, are told apart by what they show. */
function Miniature({ id }: { id: string }) {
  const file = useImageFile(id)
  return file && file !== 'gone' ? <span className="mb-1 block w-36"><Thumb image={file} alt="" atLeast={160} /></span> : null
}
