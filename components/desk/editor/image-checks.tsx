'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { imageLine, imageTroubles } from '@/lib/articles/model'
import type { ImageUse } from '@/lib/media/schema'
import { useDesk, useSnapshot } from './editor-context'
import { useEditorOf } from './use-text-editor'

type Shown = { at: number | null; use: ImageUse }
export type ShownTrouble = Shown & { lacks: ('alt' | 'credit')[] }

/** The images on the screen that lack words, the lead image (`at` null) first. */
export function useImageTroubles(): ShownTrouble[] {
  const { session } = useDesk()
  const { fields: { leadImage } } = useSnapshot()
  const inText = useEditorState({ editor: useEditorOf(session), selector: ({ editor }) => (editor ? imagesIn(editor) : []) }) ?? []
  const shown = [...(leadImage ? [{ at: null, use: leadImage }] : []), ...inText]
  return imageTroubles(shown).map((trouble) => ({ ...trouble, use: shown.find(({ at }) => at === trouble.at)!.use }))
}

function imagesIn({ state: { doc } }: Editor): Shown[] {
  const found: Shown[] = []
  doc.forEach(({ type, attrs }, at) => void (type.name === 'image' && found.push({ at, use: { ...attrs } as ImageUse })))
  return found
}

/** What images lack, each with the way to it; `onGo` hears a place in the text, or null for the lead image. */
export function ImageChecks({ troubles, onGo }: { troubles: readonly ShownTrouble[]; onGo: (at: number | null) => void }) {
  const t = useTranslations('images')
  return troubles.map(({ at, use, lacks }) => {
    const name = at === null ? t('lead') : use.caption || use.alt ? imageLine({ ...use, credit: '' }) : t('one')
    return (
      <li key={at ?? 'lead'} className="flex flex-col gap-1">
        <button type="button" className="text-left text-sm font-semibold wrap-anywhere hover:underline" onClick={() => onGo(at)}>{name}</button>
        {lacks.map((each) => <p key={each} className="text-[0.8125rem] text-quiet">{t(`lacks.${each}`)}</p>)}
        <p className="text-[0.8125rem] text-quiet"><button type="button" className="font-semibold underline underline-offset-2 hover:no-underline" onClick={() => onGo(at)}>{t('goTo')}</button></p>
      </li>
    )
  })
}
