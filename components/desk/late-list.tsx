'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { redoEffect } from '@/lib/publishing/actions'
import type { LateRow } from '@/lib/publishing/queries'
import { useDeed } from './use-deed'
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
  const { run, isHeld } = useDeed()
  const [askedAfter, setAskedAfter] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isAsked = askedAfter === row.tries
  const redo = async () => {
    const answer = await run(() => redoEffect({ id: row.id }))
    setRefusal(answer.ok ? null : answer.message)
    if (answer.ok) setAskedAfter(row.tries)
  }
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 text-sm sm:grid-cols-[1fr_auto] sm:items-center lg:grid-cols-[1fr_22rem_auto]">
      <div className="min-w-0 sm:max-lg:col-start-1">
        <p className="font-semibold">{t(`kind.${row.kind}`)}</p>
        {row.article && <p className="truncate"><Link className="underline" href={`/desk/articles/${row.article.id}`}>{row.article.headline}</Link></p>}
        {row.lastError && <p className="text-[0.8125rem] wrap-anywhere text-stop-ink">{row.lastError}</p>}
        {refusal && <p role="alert" className="font-medium text-stop-ink">{refusal}</p>}
      </div>
      <p className="text-quiet sm:max-lg:col-start-1">{t('due')} <When at={row.dueAt} /> · {t('tries', { count: row.tries })}</p>
      {mayRedo && <Button className="mt-1 min-w-28 justify-self-start sm:mt-0 sm:max-lg:col-start-2 sm:max-lg:row-span-2 sm:max-lg:row-start-1" isPending={isHeld || isAsked} onPress={() => void redo()}>{t(isAsked ? 'asked' : 'redo')}</Button>}
    </li>
  )
}
