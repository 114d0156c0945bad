'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { redoEffect } from '@/lib/publishing/actions'
import type { LateRow } from '@/lib/publishing/queries'
import { When } from './when'

type Props = { rows: readonly LateRow[]; count: number; mayRedo: boolean }

/** What should have happened after a publish and has not: since when, how often it was tried, why it failed, and a way to try again. */
export function LateList({ rows, count, mayRedo }: Props) {
  const t = useTranslations('late')
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">{rows.map((row) => <Row key={row.id} row={row} mayRedo={mayRedo} />)}</ul>
      {count > rows.length && <p className="mt-3 text-sm text-quiet">{t('more', { count: count - rows.length })}</p>}
    </>
  )
}

function Row({ row, mayRedo }: { row: LateRow; mayRedo: boolean }) {
  const t = useTranslations('late')
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'busy' | 'asked' | { refusal: string }>('idle')
  const redo = async () => {
    setState('busy')
    const answer = await redoEffect({ id: row.id }).catch(() => null)
    setState(answer?.ok ? 'asked' : { refusal: answer?.message ?? t('unreachable') })
    router.refresh()
  }
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 text-sm md:grid-cols-[1fr_auto_auto] md:items-center">
      <div className="min-w-0">
        <p className="font-semibold">{t(`kind.${row.kind}`)}</p>
        {row.article && <p className="truncate"><Link className="underline" href={`/desk/articles/${row.article.id}`}>{row.article.headline}</Link></p>}
        {row.lastError && <p className="wrap-anywhere text-stop-ink">{row.lastError}</p>}
        {typeof state === 'object' && <p role="alert" className="text-stop-ink">{state.refusal}</p>}
      </div>
      <p className="text-quiet">{t('due')} <When at={row.dueAt} /> · {t('tries', { count: row.tries })}</p>
      {mayRedo && <Button look="quiet" isDisabled={state === 'busy'} onPress={() => void redo()}>{t(state === 'asked' ? 'asked' : 'redo')}</Button>}
    </li>
  )
}
