'use client'
import type { Editor } from '@tiptap/core'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { missingForPublish } from '@/lib/articles/model'
import { When } from '../when'
import { goTo, useLinkBook, useSnapshot } from './editor-context'
import { FindingNote } from './finding-note'
import { type BookEntry, isOutside } from './link-book'
import { OutsideState } from './outside-state'
import type { PanelName } from './panels'

/** Everything that is to be looked at before readers see it, each with the way to its place. */
export function ChecksPanel({ editor, onShow }: { editor: Editor | null; onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('editor.checks')
  const { blocks } = useLinkBook()
  const { fields } = useSnapshot()
  const found = [...blocks.values()].filter(({ finding }) => finding)
  const hidden = [...blocks.values()].filter(({ view }) => view && HIDDEN.has(view.state))
  const outside = [...blocks.values()].flatMap(({ pos, view }) => (view && isOutside(view) && (view.health === 'broken' || view.redirectedTo) ? [{ pos, view }] : []))
  const missing = Object.keys(missingForPublish(fields))
  const go = (pos: number) => {
    onShow(null)
    if (editor) requestAnimationFrame(() => goTo(editor, pos))
  }
  const remove = (entry: BookEntry) => editor?.chain().deleteRange({ from: entry.pos, to: entry.pos + 1 }).run()
  return (
    <div className="flex flex-col gap-6">
      <Group title={t('links')} empty={found.length === 0 ? t('noDuplicates') : null}>
        {found.map((entry) => (
          <li key={entry.pos} className="flex flex-col gap-1">
            <button type="button" className="text-left text-sm font-semibold hover:underline" onClick={() => go(entry.pos)}>{entry.view?.title ?? entry.view?.url ?? t('aLink')}</button>
            <FindingNote finding={entry.finding!} other={entry.other} onRemove={() => remove(entry)} onGo={() => go(entry.other?.pos ?? entry.pos)} />
          </li>
        ))}
      </Group>
      <Group title={t('hidden')} empty={hidden.length === 0 ? t('noneHidden') : null}>
        {hidden.map(({ pos, view }) => (
          <li key={pos}>
            <button type="button" className="text-left text-sm font-semibold hover:underline" onClick={() => go(pos)}>{view!.title ?? t('aLink')}</button>
            <p className="text-[0.8125rem] text-quiet">{t(`why.${view!.state as HiddenState}`)} {view!.at && view!.state === 'scheduled' && <When at={view!.at} said />}</p>
          </li>
        ))}
      </Group>
      <Group title={t('outside')} empty={outside.length === 0 ? t('noneBroken') : null}>
        {outside.map(({ pos, view }) => (
          <li key={pos}>
            <button type="button" className="text-left text-sm font-semibold break-all hover:underline" onClick={() => go(pos)}>{view.url}</button>
            <p className="text-[0.8125rem] text-quiet"><OutsideState view={view} /></p>
            {view.redirectedTo && <p className="text-[0.8125rem] break-all text-quiet">{t('moved', { url: view.redirectedTo })}</p>}
          </li>
        ))}
      </Group>
      <Group title={t('missing')} empty={missing.length === 0 ? t('nothingMissing') : null}>
        {missing.map((name) => <li key={name} className="text-sm">{t(`needs.${name as 'headline' | 'slug' | 'section'}`)}</li>)}
      </Group>
    </div>
  )
}

type HiddenState = 'scheduled' | 'draft' | 'unpublished' | 'trashed' | 'unresolved'
const HIDDEN: ReadonlySet<string> = new Set<HiddenState>(['scheduled', 'draft', 'unpublished', 'trashed', 'unresolved'])

function Group({ title, empty, children }: { title: string; empty: string | null; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-[0.8125rem] font-bold">{title}</h2>
      {empty ? <p className="flex items-center gap-2 text-sm text-quiet"><Check aria-hidden size={15} className="text-live" />{empty}</p> : <ul className="flex flex-col gap-4">{children}</ul>}
    </section>
  )
}
