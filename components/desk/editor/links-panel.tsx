'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { goFrom, useDesk, useLinkBook } from './editor-context'
import type { PanelName } from './panels'
import { TargetState } from './read-also-view'
import { Suggestions } from './suggestions'

/** What the text links to as LÄS OCKSÅ, and what it could link to. */
export function LinksPanel({ editor, onShow }: { editor: Editor | null; onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('editor.suggestions')
  const checks = useTranslations('editor.checks')
  const { isEditable } = useDesk()
  const blocks = [...useLinkBook().blocks.values()]
  const go = goFrom(editor, onShow)
  return (
    <div className="flex flex-col gap-8">
      <section>
        <h2 className="mb-2 text-[0.8125rem] font-bold">{t('inText')}</h2>
        {blocks.length === 0 && <p className="text-sm text-quiet">{t('none')}</p>}
        <ul className="flex flex-col gap-3">
          {blocks.map(({ pos, view }) => (
            <li key={pos}>
              <button type="button" className="text-left text-sm font-semibold hover:underline" onClick={() => go(pos)}>{view?.title ?? view?.url ?? checks('aLink')}</button>
              <p className="text-[0.8125rem] text-quiet"><TargetState view={view} /></p>
            </li>
          ))}
        </ul>
      </section>
      {isEditable && editor && <Suggestions editor={editor} />}
    </div>
  )
}
