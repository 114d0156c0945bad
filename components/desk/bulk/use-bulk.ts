import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useToast } from '@/components/ui/toast'
import type { Answer, EachAnswer } from '@/lib/auth/define-action'
import type { ListRow } from '../article-list'
import type { Selection } from './selection'

export type Deed = 'publish' | 'schedule' | 'tag' | 'handOver' | 'trash' | 'restore'
/** What is done by an undo only. */
type Undoing = 'untag' | 'giveBack' | 'unschedule'
const OF_TAGS = new Set<string>(['tag', 'untag'])
export type Refused = { done: number; count: number; rows: { id: string; headline: string; message: string }[]; undo?: () => void }
type Ask = (articleIds: string[]) => Promise<Answer<{ each: EachAnswer[] }>>
export type Run = (deed: Deed | Undoing, rows: readonly ListRow[], ask: Ask, undo?: (articleIds: string[]) => void) => Promise<boolean>

/** Does something to several articles and says of each that was refused why; those stay chosen. Busy until the list shows what was done. */
export function useBulk(selection: Selection): { run: Run; isBusy: boolean; refused: Refused | null; close: () => void } {
  const t = useTranslations('desk')
  const router = useRouter()
  const say = useToast()
  const [isAsking, setAsking] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const run: Run = async (deed, rows, ask, undo) => {
    setAsking(true)
    const answer = await ask(rows.map(({ id }) => id)).catch(() => null)
    setAsking(false)
    startRefresh(() => router.refresh())
    if (!answer?.ok) {
      say(answer?.message ?? t('bulk.failed'))
      return false
    }
    const { each } = answer.data
    const done = each.flatMap(({ ok, articleId }) => (ok ? [articleId] : []))
    const left = each.flatMap((one) => (one.ok ? [] : [{ id: one.articleId, headline: rows.find(({ id }) => id === one.articleId)!.headline, message: Object.values(one.fields ?? {})[0] ?? one.message }]))
    const takeBack = undo && done.length > 0 ? () => undo(done) : undefined
    if (left.length > 0) setRefused({ done: done.length, count: each.length, rows: left, undo: takeBack })
    else say(t(`bulk.done.${deed}`, { count: done.length }), takeBack && { name: t('undo'), run: takeBack })
    // One who tags goes on with the same.
    if (!OF_TAGS.has(deed)) selection.choose([...selection.chosen].filter((id) => !done.includes(id)))
    return true
  }
  return { run, isBusy: isAsking || isRefreshing, refused, close: () => setRefused(null) }
}
