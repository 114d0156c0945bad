'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { createArticle, saveDraft } from '@/lib/articles/actions'
import type { DraftInput } from '@/lib/articles/schema'
import { useAsk } from '../use-deed'
import { When } from '../when'
import { useDesk, useSnapshot } from './editor-context'
import type { Theirs } from './snapshot'
import { Version } from './version'

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
  const ask = useAsk()
  const copyMine = async () => {
    const made = await ask(() => createArticle({}))
    const saved = made.ok ? await ask(() => saveDraft({ articleId: made.data.articleId, version: 1, draft: { ...mine, slug: null, slugChosen: false } })) : made
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
