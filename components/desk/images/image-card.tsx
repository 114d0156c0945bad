'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { deskImagePath, fittingPath, srcSetOf, takenAs } from '@/lib/media/model'
import type { ImageUse } from '@/lib/media/schema'
import { useImageBook, useImageFile } from './image-book'
import { ImagePicker } from './image-picker'
import { ImageWordsFields } from './image-words'

type Props = {
  use: ImageUse
  isEditable: boolean
  onWrite: (change: Partial<ImageUse>) => void
  /** another one, with its own words */
  onReplace: (use: ImageUse) => void
  onRemove: () => void
  removeName?: string
  /** what else can be done with it where it stands */
  entries?: readonly MenuEntry[]
  handle?: ReactNode
}

/** as low as one line, and growing with the words */
const FIELDS = 'grid items-start gap-x-4 gap-y-2.5 sm:grid-cols-[3fr_2fr] sm:[&>:first-child]:col-span-2 [&_:is(input,textarea)]:min-h-9 [&_:is(input,textarea)]:py-1.5 [&_:is(input,textarea)]:text-sm [&_textarea]:field-sizing-content [&_textarea]:resize-none'

/** An image where a text shows it, with the words that it has there. */
export function ImageCard({ use, isEditable, onWrite, onReplace, onRemove, removeName, entries = [], handle }: Props) {
  const t = useTranslations('images')
  const book = useImageBook()
  const [isPicking, setPicking] = useState(false)
  const menu: MenuEntry[] = [
    { id: 'replace', name: t('replace'), onAction: () => setPicking(true) },
    ...entries,
    { id: 'open', name: t('open'), onAction: () => window.open(`/desk/images/${use.image}`, '_blank', 'noopener') },
    { id: 'remove', name: removeName ?? t('remove'), onAction: onRemove, danger: true },
  ]
  return (
    <div className="flex flex-col gap-3 font-sans text-[0.9375rem] leading-normal">
      <div className="relative">
        <Shown use={use} />
        {isEditable && (
          <span className="absolute top-2 right-2 flex items-center rounded-md border border-line bg-raised">
            {handle}
            <Menu label={t('menu', { name: use.caption || use.alt || t('one') })} entries={menu} />
          </span>
        )}
      </div>
      {isEditable ? <div className={FIELDS}><ImageWordsFields words={use} onWrite={onWrite} isCompact /></div> : <Read use={use} />}
      <ImagePicker title={t('replaceTitle')} isOpen={isPicking} onClose={() => setPicking(false)} onPick={(image) => { setPicking(false); book.add(image); onReplace(takenAs(image)) }} />
    </div>
  )
}

function Shown({ use }: { use: ImageUse }) {
  const t = useTranslations('images')
  const file = useImageFile(use.image)
  if (file === 'gone') return <p className="rounded-md bg-stop-ground px-4 py-8 text-sm font-medium text-stop-ink">{t('gone')}</p>
  if (!file) return <div aria-hidden className="aspect-3/2 w-full rounded-md bg-chosen" />
  return <img src={fittingPath(file, 960, deskImagePath)} srcSet={srcSetOf(file, deskImagePath)} sizes="(min-width: 48rem) 616px, 100vw" width={file.width} height={file.height} alt={use.alt} draggable={false} className="h-auto max-h-[80vh] w-full rounded-md bg-chosen object-contain" />
}

function Read({ use: { alt, caption, credit } }: { use: ImageUse }) {
  const t = useTranslations('images.words')
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      {Object.entries({ alt, caption, credit }).filter(([, words]) => words).map(([name, words]) => [
        <dt key={name} className="text-quiet">{t(name as 'alt')}</dt>, <dd key={`${name}:`} className="wrap-anywhere">{words}</dd>,
      ])}
    </dl>
  )
}
