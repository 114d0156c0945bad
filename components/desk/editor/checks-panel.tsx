'use client'
import type { Editor } from '@tiptap/core'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { missingForPublish } from '@/lib/articles/model'
import { When } from '../when'
import { CorrectionNote } from './correction-note'
import { type CheckEntry, goFrom, headlineOf, useDesk, useLinkBook, usePublishCheck, useSameStory, useSnapshot } from './editor-context'
import { FindingNote } from './finding-note'
import { HeadlineNote } from './headline-note'
import { ImageChecks, useImageTroubles } from './image-checks'
import { type BookEntry, isOutside } from './link-book'
import { OutsideState } from './outside-state'
import { focusLead } from './lead-image'
import type { PanelName } from './panels'
import { SameStoryChecks } from './same-story-checks'
import { TroubleWords } from './trouble-words'

type Props = { editor: Editor | null; onShow: (panel: PanelName | null) => void }

/** Everything that is to be looked at before readers see it, each with the way to its place. */
export function ChecksPanel({ editor, onShow }: Props) {
  const t = useTranslations('editor.checks')
  const { fields, checkAt, lacksCorrection } = useSnapshot()
  const { found, goesLive } = usePublishCheck(checkAt)
  const duplicates = found.filter(({ item }) => item.kind === 'finding')
  const troubles = found.filter(({ item }) => item.kind !== 'finding' && item.kind !== 'broken')
  const outside = useLinkBook().links.flatMap((entry) => (entry.view && isOutside(entry.view) && (entry.view.health === 'broken' || entry.view.redirectedTo) ? [{ entry, view: entry.view }] : []))
  const { found: alike, updateOf } = useSameStory()
  const images = useImageTroubles()
  const toLead = () => {
    onShow(null)
    requestAnimationFrame(focusLead)
  }
  const missing = Object.keys(missingForPublish(fields))
  const go = goFrom(editor, onShow)
  return (
    <div className="flex flex-col gap-6">
      <p className="text-[0.8125rem] text-quiet">{checkAt ? <>{t('ifAt')} <When at={checkAt} said />.</> : t('ifNow')}</p>
      {lacksCorrection && <Group title={t('corrections')} empty={null}><li><CorrectionNote of="draft" /></li></Group>}
      <Group title={t('links')} empty={duplicates.length === 0 ? t('noDuplicates') : null}>
        {duplicates.map(({ entry }) => (
          <li key={entry.pos} className="flex flex-col gap-1">
            <NameOf entry={entry} onGo={go} />
            <FindingNote finding={entry.finding!} other={entry.other} onRemove={() => editor && removeLink(editor, entry)} onGo={() => go(entry.other?.pos ?? entry.pos)} />
          </li>
        ))}
      </Group>
      <Group title={t('sameStory')} empty={alike.length === 0 && !updateOf ? t('noSameStory') : null}><SameStoryChecks /></Group>
      <Group title={t('warnings')} empty={troubles.length === 0 ? t('noWarnings') : null}>
        {troubles.map((each) => (
          <li key={`${each.entry.pos} ${each.item.kind}`} className="flex flex-col gap-1">
            <NameOf entry={each.entry} onGo={go} />
            <Trouble {...each} editor={editor} goesLive={goesLive} onGo={go} />
          </li>
        ))}
      </Group>
      <Group title={t('outside')} empty={outside.length === 0 ? t('noneBroken') : null}>
        {outside.map(({ entry, view }) => (
          <li key={entry.pos} className="flex flex-col gap-1 text-[0.8125rem] text-quiet">
            <button type="button" className="text-left text-sm font-semibold break-all text-ink hover:underline" onClick={() => go(entry.pos)}>{view.url}</button>
            <p><OutsideState view={view} place={entry.place} /></p>
            {view.redirectedTo && <p className="break-all">{t('moved', { url: view.redirectedTo })}</p>}
            <WhatToDo entry={entry} editor={editor} onGo={go} />
          </li>
        ))}
      </Group>
      <Group title={t('images')} empty={images.length === 0 ? t('noImageTroubles') : null}><ImageChecks troubles={images} onGo={(at) => (at === null ? toLead() : go(at))} /></Group>
      <Group title={t('missing')} empty={missing.length === 0 ? t('nothingMissing') : null}>
        {missing.map((name) => <li key={name} className="text-sm">{t(`needs.${name as 'headline' | 'slug' | 'section'}`)}</li>)}
      </Group>
    </div>
  )
}

function NameOf({ entry: { pos, title, view }, onGo }: { entry: BookEntry; onGo: (pos: number) => void }) {
  const t = useTranslations('editor.checks')
  return <button type="button" className="text-left text-sm font-semibold wrap-anywhere hover:underline" onClick={() => onGo(pos)}>{title ?? view?.title ?? view?.url ?? t('aLink')}</button>
}

const ACTION = 'text-left font-semibold underline underline-offset-2 hover:no-underline'

function Trouble({ item, entry, editor, goesLive, onGo }: CheckEntry & { editor: Editor | null; goesLive: Date; onGo: (pos: number) => void }) {
  if (item.kind === 'finding') return null
  if (item.kind === 'headline') {
    const headline = headlineOf(entry.view)!
    const write = (attrs: object) => editor?.commands.command(({ tr, state }) => Boolean(tr.setNodeMarkup(entry.pos, undefined, { ...state.doc.nodeAt(entry.pos)!.attrs, ...attrs })))
    return <HeadlineNote title={entry.title!} headline={headline} onUse={() => write({ title: null, headlineThen: null })} onKeep={() => write({ headlineThen: headline })} />
  }
  return (
    <div className="flex flex-col gap-1 text-[0.8125rem] text-quiet">
      <p><TroubleWords item={item} goesLive={goesLive} /></p>
      <WhatToDo entry={entry} editor={editor} onGo={onGo} />
    </div>
  )
}

function WhatToDo({ entry, editor, onGo }: { entry: BookEntry; editor: Editor | null; onGo: (pos: number) => void }) {
  const t = useTranslations('editor.checks')
  const { isEditable } = useDesk()
  return (
    <p className="flex flex-wrap gap-x-4">
      <button type="button" className={ACTION} onClick={() => onGo(entry.pos)}>{t('goTo')}</button>
      {isEditable && editor && <button type="button" className={ACTION} onClick={() => removeLink(editor, entry)}>{t('removeLink')}</button>}
    </p>
  )
}

/** A block goes as a whole; of a link in the text the words stay. */
function removeLink(editor: Editor, { pos, place }: BookEntry): void {
  if (place === 'block') editor.chain().deleteRange({ from: pos, to: pos + 1 }).run()
  else editor.chain().setTextSelection(pos + 1).extendMarkRange('link').unsetMark('link').run()
}

function Group({ title, empty, children }: { title: string; empty: string | null; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-[0.8125rem] font-bold">{title}</h2>
      {empty ? <p className="flex items-center gap-2 text-sm text-quiet"><Check aria-hidden size={15} className="text-live" />{empty}</p> : <ul className="flex flex-col gap-4">{children}</ul>}
    </section>
  )
}
