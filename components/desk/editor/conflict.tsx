'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { createArticle, saveDraft } from '@/lib/articles/actions'
import { wordsOf } from '@/lib/articles/model'
import type { Draft, DraftInput } from '@/lib/articles/schema'
import { When } from '../when'
import { useDesk, useSnapshot } from './editor-context'
import type { Theirs } from './snapshot'

/** Somebody else has saved meanwhile: both texts, side by side, until a person has chosen. Closing it changes nothing. */
export function Conflict() {
  const t = useTranslations('editor.conflict')
  const { session } = useDesk()
  const { theirs } = useSnapshot()
  const [seen, setSeen] = useState<number | null>(null)
  const isOpen = theirs !== null && seen !== theirs.version
  return (
    <>
      {theirs && !isOpen && <p className="fixed inset-x-0 bottom-0 z-20 bg-stop-ground px-4 py-3 text-center text-sm text-stop-ink"><button type="button" className="font-semibold underline" onClick={() => setSeen(null)}>{t('again')}</button></p>}
      <Dialog title={t('title')} closeLabel={t('later')} isOpen={isOpen} onClose={() => setSeen(theirs?.version ?? null)} wide>
        {theirs && <Choice theirs={theirs} mine={session.draft()} />}
      </Dialog>
    </>
  )
}

function Choice({ theirs, mine }: { theirs: Theirs; mine: DraftInput }) {
  const t = useTranslations('editor.conflict')
  const { session } = useDesk()
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const copyMine = async () => {
    const made = await createArticle({})
    const saved = made.ok ? await saveDraft({ articleId: made.data.articleId, version: 1, draft: { ...mine, slug: null, slugChosen: false } }) : made
    if (!made.ok || !saved.ok) return setProblem(saved.ok ? null : saved.message)
    session.settle('theirs')
    router.push(`/desk/articles/${made.data.articleId}`)
  }
  return (
    <>
      <p className="text-sm text-quiet">{t('who', { name: theirs.changedBy })} <When at={theirs.changedAt} />. {t('nothingLost')}</p>
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title={t('mine')} draft={mine} other={theirs.draft} />
        <Version title={t('theirs', { name: theirs.changedBy })} draft={theirs.draft} other={mine} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={() => void copyMine()}>{t('copyMine')}</Button>
        <Button onPress={() => session.settle('theirs')}>{t('takeTheirs')}</Button>
        <Button look="primary" onPress={() => session.settle('mine')}>{t('keepMine')}</Button>
      </div>
    </>
  )
}

/** A text in lines; those that the other does not have are marked, by a sign too. */
function Version({ title, draft, other }: { title: string; draft: Draft | DraftInput; other: Draft | DraftInput }) {
  const t = useTranslations('editor.conflict')
  const has = new Set(linesOf(other))
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      <div tabIndex={0} className="h-80 overflow-auto rounded-md border border-line p-3 font-serif text-[0.9375rem]">
        {linesOf(draft).map((line, i) => (
          <p key={i} className={`mb-2 wrap-anywhere ${has.has(line) ? '' : 'border-l-[3px] border-plan bg-warn-ground pl-2 text-warn-ink'}`}>{!has.has(line) && <span className="sr-only">{t('differs')} </span>}{line}</p>
        ))}
      </div>
    </section>
  )
}

const linesOf = ({ headline, standfirst, body }: Draft | DraftInput): string[] => [headline, standfirst, ...wordsOf(body).split('\n')].filter(Boolean)
