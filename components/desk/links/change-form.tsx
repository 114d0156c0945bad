'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { HINT } from '@/components/ui/field'
import { Typeahead } from '@/components/ui/typeahead'
import { previewChange, replaceTarget, resolveTitle, searchArticles, suggestArticles } from '@/lib/articles/actions'
import type { Answer } from '@/lib/auth/define-action'
import { mergeTargets, searchTargets } from '@/lib/related-links/actions'
import type { ChangeEffect, DeskTarget } from '@/lib/related-links/queries'
import type { Destination } from '@/lib/related-links/schema'
import { type RunDeed, useAsk } from '../use-deed'
import { useSearch } from '../use-search'
import { EffectNote } from './effect-note'
import { useTargetName } from './target-name'

export type Deed = 'merge' | 'replace' | 'resolve'
type Into = { kind: 'target'; targetId: string } | Destination
type Choice = { name: string; into: Into; effect: ChangeEffect }
type Props = { target: DeskTarget; deed: Deed; run: RunDeed; isBusy: boolean; onDone: (changeId: string) => void; onCancel: () => void }

/** Where a target is to lead; what that changes is shown before it is done. */
export function ChangeForm({ target, deed, run, isBusy, onDone, onCancel }: Props) {
  const t = useTranslations('links')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { found, isAsked } = useSuggestions(target, deed, setProblem)
  const ask = useAsk()
  const choose = async (name: string, into: Into) => {
    const answer = await ask(() => previewChange({ fromId: target.id, into }))
    setProblem(answer.ok ? null : answer.message)
    setChoice(answer.ok ? { name, into, effect: answer.data } : null)
    return answer.ok
  }
  const change = async () => {
    if (!choice) return
    const answer = await run(() => perform(target.id, deed, choice.into))
    if (answer.ok) onDone(answer.data.changeId)
    else setProblem(answer.message)
  }
  return (
    <div className="flex flex-col gap-4">
      {deed === 'resolve' && <Suggestions found={found} chosen={choice?.name ?? null} onChoose={(id, name) => void choose(name, { kind: 'article', articleId: id })} />}
      <Field key={String(isAsked)} target={target} deed={deed} isAsked={isAsked} onChoose={choose} />
      {choice && <EffectNote name={choice.name} effect={choice.effect} />}
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onCancel}>{t('cancel')}</Button>
        <Button look="primary" isDisabled={!choice} isPending={isBusy} onPress={() => void change()}>{t(`confirm.${deed}`)}</Button>
      </div>
    </div>
  )
}

function perform(fromId: string, deed: Deed, into: Into) {
  if (into.kind === 'target') return mergeTargets({ fromId, intoId: into.targetId })
  return deed === 'resolve' && into.kind === 'article' ? resolveTitle({ targetId: fromId, articleId: into.articleId }) : replaceTarget({ fromId, link: into })
}

type Suggested = Extract<Awaited<ReturnType<typeof suggestArticles>>, { ok: true }>['data']

/** Articles that a title may mean, null until they are known; `isAsked`: there are none to choose from, so that one is asked for. */
function useSuggestions(target: DeskTarget, deed: Deed, tellProblem: (words: string) => void): { found: Suggested | null; isAsked: boolean } {
  const title = deed === 'resolve' ? (target.title ?? '') : null
  const [found, setFound] = useState<Suggested | null>(null)
  const errors = useTranslations('errors')
  const tell = useEffectEvent((answer: Answer<Suggested> | null) => {
    if (answer?.ok) setFound(answer.data)
    else tellProblem(answer?.message ?? errors('unreachable'))
  })
  useEffect(() => {
    let current = true
    if (title !== null) void suggestArticles({ title }).catch(() => null).then((answer) => current && tell(answer))
    return () => { current = false }
  }, [title])
  return { found, isAsked: title === null || found?.length === 0 }
}

/** The first has the focus: it is the one that is meant, as a rule. */
function Suggestions({ found, chosen, onChoose }: { found: Suggested | null; chosen: string | null; onChoose: (id: string, headline: string) => void }) {
  const t = useTranslations('links')
  const states = useTranslations('desk.states')
  if (!found) return null
  if (found.length === 0) return <p className="text-sm text-quiet">{t('noSuggestions')}</p>
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-[0.8125rem] font-semibold">{t('suggestions')}</legend>
      {found.map(({ id, headline, state, exact }, i) => (
        <button key={id} type="button" autoFocus={i === 0} aria-pressed={chosen === headline} onClick={() => onChoose(id, headline)} className="rounded-md border border-line px-3 py-2 text-left text-sm hover:bg-hover aria-pressed:border-ink aria-pressed:bg-chosen">
          <span className="block font-semibold">{headline || t('untitled')}</span>
          <span className={`block ${HINT}`}>{states(state)}{exact && ` · ${t('sameHeadline')}`}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** `isAsked`: it is what the dialog asks for, and has the focus */
function Field({ target, deed, isAsked, onChoose }: { target: DeskTarget; deed: Deed; isAsked: boolean; onChoose: (name: string, into: Into) => Promise<boolean> }) {
  const t = useTranslations('links')
  const states = useTranslations('desk.states')
  const name = useTargetName()
  const look = useSearch()
  const targets = (query: string) => look(() => searchTargets({ query }), (rows) =>
    rows.filter((row) => row.id !== target.id && row.kind !== 'title').map((row) => ({ id: row.id, name: name(row), note: t('inArticles', { count: row.articles }) })))
  const articles = (query: string) => look(() => searchArticles({ query }), (rows) =>
    rows.filter(({ id }) => id !== target.articleId).map((row) => ({ id: row.id, name: row.headline || t('untitled'), note: [states(row.state), row.section].filter(Boolean).join(' · ') })))
  if (deed === 'merge') return <Typeahead label={t('into.merge')} autoFocus={isAsked} search={targets} emptyText={t('noneFound')} onPick={(picked) => onChoose(picked.name, { kind: 'target', targetId: picked.id })} />
  const offer = (words: string) => (deed === 'replace' && isAddress(words) ? t('useAddress', { url: words }) : null)
  return (
    <Typeahead label={t(`into.${deed}`)} autoFocus={isAsked} search={articles} emptyText={t('noArticle')} onPick={(picked) => onChoose(picked.name, { kind: 'article', articleId: picked.id })}
      create={{ offer, run: (url) => onChoose(url, { kind: 'url', url }) }} />
  )
}

const isAddress = (words: string): boolean => /^https?:\/\//i.test(words) && URL.canParse(words)
