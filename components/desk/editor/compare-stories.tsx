'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { loadDraft } from '@/lib/articles/actions'
import { commonPassages, type Passage, wordsOf } from '@/lib/articles/model'
import { useDesk } from './editor-context'
import type { UpdateOf } from './same-story'

type Shown = { id: string; mine: Passage[][]; theirs: Passage[][] }

/** This text and another's side by side, what both have marked wherever it stands. */
export function CompareStories({ other, onClose }: { other: UpdateOf; onClose: () => void }) {
  const t = useTranslations('editor.sameStory')
  const { shown, problem } = useCompared(other)
  return (
    <Dialog title={t('compareTitle')} closeLabel={t('close')} isOpen={other !== null} onClose={onClose} wide>
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      {other && shown?.id === other.id && (
        <>
          <p className="text-sm text-quiet">{t('legend')}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <Text title={t('mine')} lines={shown.mine} />
            <Text title={other.headline} lines={shown.theirs} />
          </div>
        </>
      )}
    </Dialog>
  )
}

function useCompared(other: UpdateOf): { shown: Shown | null; problem: string | null } {
  const t = useTranslations('editor')
  const { session } = useDesk()
  const [shown, setShown] = useState<Shown | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const id = other?.id
  useEffect(() => {
    if (!id) return
    let isGone = false
    const load = async () => {
      const answer = await loadDraft({ articleId: id }).catch(() => null)
      if (isGone) return
      setProblem(answer?.ok ? null : (answer?.message ?? t('unreachable')))
      if (!answer?.ok) return
      const [mine, theirs] = [session.text(), `${answer.data.draft.standfirst}\n${wordsOf(answer.data.draft.body)}`]
      setShown({ id, mine: commonPassages(mine, theirs), theirs: commonPassages(theirs, mine) })
    }
    void load()
    return () => {
      isGone = true
    }
  }, [id, session, t])
  return { shown, problem }
}

function Text({ title, lines }: { title: string; lines: readonly Passage[][] }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      <div tabIndex={0} className="h-80 overflow-auto rounded-md border border-line p-3 font-serif text-[0.9375rem]" lang="sv">
        {lines.filter((line) => line.length > 0).map((line, i) => (
          <p key={i} className="mb-2 wrap-anywhere">
            {line.map(({ text, common }, j) => (common ? <mark key={j} className="bg-warn-ground text-warn-ink underline decoration-dotted underline-offset-4">{text}</mark> : text))}
          </p>
        ))}
      </div>
    </section>
  )
}
