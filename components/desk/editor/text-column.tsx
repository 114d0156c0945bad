'use client'
import type { Editor } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { LIMITS } from '@/lib/articles/schema'
import { useText, useTextSnapshot } from './editor-context'
import { EditorToolbar } from './editor-toolbar'

const BARE = 'block w-full resize-none border-0 bg-transparent field-sizing-content placeholder:text-quiet focus:outline-none focus-visible:outline-none'
const PAGE = { room: 'pb-40', top: 'pt-8', headline: 'sm:text-[2.75rem]' }
const INSET = { room: 'pb-8', top: 'pt-5', headline: '' }

type Props = { editor: Editor | null; onReadAlso: () => void; lead?: ReactNode; isInset?: boolean }

/** Headline, standfirst, what stands before the body (`lead`) and body, set as readers will see them; `isInset` in a frame that scrolls by itself. */
export function TextColumn({ editor, onReadAlso, lead, isInset = false }: Props) {
  const t = useTranslations('editor')
  const { session, isEditable } = useText()
  const { fields, errors } = useTextSnapshot()
  const look = isInset ? INSET : PAGE
  const standfirst = useRef<HTMLTextAreaElement>(null)
  const toStandfirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    standfirst.current?.focus()
  }
  const toBody = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    editor?.commands.focus('start')
  }
  return (
    <div className={look.room}>
      {isEditable && <EditorToolbar editor={editor} onReadAlso={onReadAlso} isInset={isInset} />}
      <div className={`mx-auto max-w-[42.5rem] px-5 sm:px-8 ${look.top}`}>
        <textarea aria-label={t('headline')} aria-invalid={errors.headline ? true : undefined} aria-describedby={errors.headline ? 'headline-error' : undefined} placeholder={t('headline')} rows={1} lang="sv" readOnly={!isEditable}
          value={fields.headline} onChange={(event) => session.set({ headline: event.target.value.replace(/\s*\n\s*/g, ' ') })} onKeyDown={toStandfirst} maxLength={LIMITS.headline}
          className={`${BARE} text-[2.125rem] leading-[1.08] font-extrabold tracking-[-0.015em] ${look.headline}`} />
        {errors.headline && <p id="headline-error" className="mt-1 text-sm font-medium text-stop-ink">{errors.headline}</p>}
        <textarea ref={standfirst} aria-label={t('standfirst')} placeholder={t('standfirst')} rows={1} lang="sv" readOnly={!isEditable}
          value={fields.standfirst} onChange={(event) => session.set({ standfirst: event.target.value })} onKeyDown={toBody} maxLength={LIMITS.standfirst}
          className={`${BARE} mt-4 text-[1.375rem] leading-[1.4] font-medium`} />
        {errors.standfirst && <p className="mt-1 text-sm font-medium text-stop-ink">{errors.standfirst}</p>}
        {lead}
        <div className="relative mt-6 font-serif text-[1.1875rem] leading-[1.55]">
          {editor ? <EditorContent editor={editor} /> : <BodyShape />}
        </div>
      </div>
    </div>
  )
}

/** The shape of a text, until the editor is there. */
function BodyShape() {
  return <div aria-hidden className="flex flex-col gap-3 opacity-60">{['w-full', 'w-11/12', 'w-full', 'w-4/5'].map((width, i) => <div key={i} className={`h-4 rounded bg-chosen ${width}`} />)}</div>
}
