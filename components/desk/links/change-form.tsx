'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { HINT } from '@/components/ui/field'
import { type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { previewChange, replaceTarget, resolveTitle, searchArticles, suggestArticles } from '@/lib/articles/actions'
import { mergeTargets, searchTargets } from '@/lib/related-links/actions'
import type { ChangeEffect, DeskTarget } from '@/lib/related-links/queries'
import type { Destination } from '@/lib/related-links/schema'
import { EffectNote } from './effect-note'
import { useTargetName } from './target-name'

export type Deed = 'merge' | 'replace' | 'resolve'
type Into = { kind: 'target'; targetId: string } | Destination
type Choice = { name: string; into: Into; effect: ChangeEffect }
type Props = { target: DeskTarget; deed: Deed; onDone: (changeId: string) => void; onCancel: () => void }

/** Where a target is to lead; what that changes is shown before it is done. */
export function ChangeForm({ target, deed, onDone, onCancel }: Props) {
  const t = useTranslations('links')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const choose = async (name: string, into: Into) => {
    const answer = await previewChange({ fromId: target.id, into })
    setProblem(answer.ok ? null : answer.message)
    setChoice(answer.ok ? { name, into, effect: answer.data } : null)
  }
  const change = async () => {
    if (!choice) return
    setBusy(true)
    const answer = await perform(target.id, deed, choice.into)
    setBusy(false)
    if (answer.ok) onDone(answer.data.changeId)
    else setProblem(answer.message)
  }
  return (
    <div className="flex flex-col gap-4">
      {deed === 'resolve' && <Suggestions title={target.title ?? ''} chosen={choice?.name ?? null} onChoose={(id, name) => void choose(name, { kind: 'article', articleId: id })} />}
      <Field target={target} deed={deed} onChoose={(name, into) => void choose(name, into)} />
      {choice && <EffectNote name={choice.name} effect={choice.effect} />}
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onCancel}>{t('cancel')}</Button>
        <Button look="primary" isDisabled={!choice || isBusy} onPress={() => void change()}>{t(`confirm.${deed}`)}</Button>
      </div>
    </div>
  )
}

function perform(fromId: string, deed: Deed, into: Into) {
  if (into.kind === 'target') return mergeTargets({ fromId, intoId: into.targetId })
  return deed === 'resolve' && into.kind === 'article' ? resolveTitle({ targetId: fromId, articleId: into.articleId }) : replaceTarget({ fromId, link: into })
}

function Suggestions({ title, chosen, onChoose }: { title: string; chosen: string | null; onChoose: (id: string, headline: string) => void }) {
  const t = useTranslations('links')
  const states = useTranslations('desk.states')
  const [found, setFound] = useState<Extract<Awaited<ReturnType<typeof suggestArticles>>, { ok: true }>['data'] | null>(null)
  useEffect(() => {
    let current = true
    void suggestArticles({ title }).then((answer) => current && setFound(answer.ok ? answer.data : []))
    return () => { current = false }
  }, [title])
  if (!found) return null
  if (found.length === 0) return <p className="text-sm text-quiet">{t('noSuggestions')}</p>
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-[0.8125rem] font-semibold">{t('suggestions')}</legend>
      {found.map(({ id, headline, state, exact }) => (
        <button key={id} type="button" aria-pressed={chosen === headline} onClick={() => onChoose(id, headline)} className="rounded-md border border-line px-3 py-2 text-left text-sm hover:bg-hover aria-pressed:border-ink aria-pressed:bg-chosen">
          <span className="block font-semibold">{headline || t('untitled')}</span>
          <span className={`block ${HINT}`}>{states(state)}{exact && ` · ${t('sameHeadline')}`}</span>
        </button>
      ))}
    </fieldset>
  )
}

function Field({ target, deed, onChoose }: { target: DeskTarget; deed: Deed; onChoose: (name: string, into: Into) => void }) {
  const t = useTranslations('links')
  const states = useTranslations('desk.states')
  const name = useTargetName()
  const targets = async (query: string): Promise<Suggestion[]> => {
    const answer = await searchTargets({ query })
    return answer.ok ? answer.data.filter((row) => row.id !== target.id && row.kind !== 'title').map((row) => ({ id: row.id, name: name(row), note: t('inArticles', { count: row.articles }) })) : []
  }
  const articles = async (query: string): Promise<Suggestion[]> => {
    const answer = await searchArticles({ query })
    return answer.ok ? answer.data.filter(({ id }) => id !== target.articleId).map((row) => ({ id: row.id, name: row.headline || t('untitled'), note: [states(row.state), row.section].filter(Boolean).join(' · ') })) : []
  }
  if (deed === 'merge') return <Typeahead label={t('into.merge')} autoFocus search={targets} emptyText={t('noneFound')} onPick={(picked) => onChoose(picked.name, { kind: 'target', targetId: picked.id })} />
  const offer = (words: string) => (deed === 'replace' && isAddress(words) ? t('useAddress', { url: words }) : null)
  return (
    <Typeahead label={t(`into.${deed}`)} autoFocus={deed === 'replace'} search={articles} emptyText={t('noArticle')} onPick={(picked) => onChoose(picked.name, { kind: 'article', articleId: picked.id })}
      create={{ offer, run: (url) => onChoose(url, { kind: 'url', url }) }} />
  )
}

const isAddress = (words: string): boolean => /^https?:\/\//i.test(words) && URL.canParse(words)
