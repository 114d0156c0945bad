'use client'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { When } from '../when'
import { BlockTitleDialog } from './block-title-dialog'
import { changedHeadline } from '@/lib/articles/model'
import { goTo, headlineOf, useLinkBook, useText } from './editor-context'
import { FindingNote } from './finding-note'
import { HeadlineNote } from './headline-note'
import { type BookEntry, isOutside, type LinkView } from './link-book'
import { removeBlock } from './move-block'
import { NewAddress, OutsideState } from './outside-state'

/** The LÄS OCKSÅ block as one writes: what readers will see, what its target is now, and what was found about it. */
export function ReadAlsoView({ node, editor, getPos, deleteNode, updateAttributes, selected }: ReactNodeViewProps) {
  const t = useTranslations('editor')
  const { isEditable } = useText()
  const [isTitling, setTitling] = useState(false)
  const pos = getPos()
  const entry = useLinkBook().blocks.get(pos ?? -1)
  const own: string = node.attrs.title ?? ''
  const given = titleOf(entry, node.attrs.link)
  const title = own || given
  const view = entry?.view ?? null
  const entries: MenuEntry[] = [
    { id: 'title', name: t('ownTitle'), onAction: () => setTitling(true) },
    ...openEntry(view, t('openTarget')),
    { id: 'remove', name: t('removeBlock'), onAction: () => removeBlock(editor, deleteNode), danger: true },
  ]
  const link = (articleId: string) => updateAttributes({ target: null, link: { kind: 'article', articleId }, title: null, headlineThen: null })
  const headline = headlineOf(view)
  return (
    <NodeViewWrapper as="aside" data-block="related" aria-label={t('readAlsoNamed', { title })} data-chosen={selected || undefined} className="my-6 flex flex-col gap-2 rounded-r-md border-l-[3px] border-accent py-1 pl-4 outline-offset-2 outline-focus data-chosen:bg-chosen data-chosen:outline-2">
      <div className="flex items-start justify-between gap-2 font-sans">
        <div className="min-w-0">
          <p className="text-[0.8125rem] font-bold tracking-[0.06em] text-accent-ink uppercase">{t('readAlso')}</p>
          <p className="text-[1.0625rem] leading-snug font-semibold wrap-anywhere">{title || t('loadingTarget')} <ArrowRight aria-hidden size={15} className="inline-block" /></p>
          <p className="mt-0.5 text-[0.8125rem] text-quiet"><TargetState view={view} /><Elsewhere view={view} /></p>
          {isEditable && <><Candidates view={view} onPick={link} /><NewAddress view={view} onPick={(url) => updateAttributes({ target: null, link: { kind: 'url', url } })} /></>}
        </div>
        {isEditable && <Menu label={t('blockMenu', { title })} entries={entries} />}
      </div>
      <Renamed title={own} headlineThen={node.attrs.headlineThen} headline={headline} onWrite={updateAttributes} />
      <Found entry={entry} onRemove={deleteNode} onGo={(to) => goTo(editor, to)} />
      <BlockTitleDialog isOpen={isTitling} title={own} placeholder={given} onClose={() => setTitling(false)} onSave={(words) => updateAttributes({ title: words, headlineThen: words && headline })} />
    </NodeViewWrapper>
  )
}

type RenamedProps = { title: string; headlineThen: string | null; headline: string | null; onWrite: (attrs: { title?: null; headlineThen: string | null }) => void }
function Renamed({ title, headlineThen, headline, onWrite }: RenamedProps) {
  if (!headline || !changedHeadline({ title: title || null, headlineThen, headline })) return null
  return <HeadlineNote title={title} headline={headline} onUse={() => onWrite({ title: null, headlineThen: null })} onKeep={() => onWrite({ headlineThen: headline })} />
}

function Found({ entry, onRemove, onGo }: { entry: BookEntry | undefined; onRemove: () => void; onGo: (pos: number) => void }) {
  if (!entry?.finding) return null
  const { finding, other } = entry
  return <FindingNote finding={finding} other={other} onRemove={onRemove} onGo={() => other && onGo(other.pos)} />
}

/** Articles that a title without an address may mean. */
function Candidates({ view, onPick }: { view: LinkView | null; onPick: (articleId: string) => void }) {
  const t = useTranslations('editor')
  if (view?.kind !== 'title') return null
  return view.candidates.map(({ id, headline }) => (
    <button key={id} type="button" className="mt-1 block text-left text-[0.8125rem] font-semibold underline" onClick={() => onPick(id)}>{t('linkTo', { headline })}</button>
  ))
}

type Given = { kind: string; title?: string; url?: string } | null
const wordsOf = (given: { title?: string | null; url?: string | null } | null | undefined): string | null => given?.title ?? given?.url ?? null
const titleOf = (entry: BookEntry | undefined, given: Given): string => wordsOf(entry?.view) ?? wordsOf(given) ?? ''

function openEntry(view: LinkView | null, name: string): MenuEntry[] {
  const href = hrefOf(view)
  return href ? [{ id: 'open', name, onAction: () => window.open(href, '_blank', 'noopener') }] : []
}

function hrefOf(view: LinkView | null): string | null {
  if (view?.kind === 'url') return view.url
  return view?.kind === 'article' && view.articleId && view.state !== 'hidden' ? `/desk/articles/${view.articleId}` : null
}

/** In how many other articles the same is linked now. */
function Elsewhere({ view }: { view: LinkView | null }) {
  const t = useTranslations('editor')
  return view && view.elsewhere > 0 ? <span> · {t('elsewhere', { count: view.elsewhere })}</span> : null
}

/** What a link's target is now, in words. */
export function TargetState({ view }: { view: LinkView | null }) {
  const t = useTranslations('editor.target')
  if (!view) return null
  if (isOutside(view)) return <OutsideState view={view} />
  if (view.state === 'scheduled' && view.at) return <span className="text-plan">{t('scheduled')} <When at={view.at} said /></span>
  return <span className={view.state === 'live' ? 'text-live' : ''}>{t(view.state)}{view.state === 'live' && view.until && <>, {t('until')} <When at={view.until} said /></>}</span>
}
