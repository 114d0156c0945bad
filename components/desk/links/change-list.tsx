'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { TEXT_CELL } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import { undoChange } from '@/lib/related-links/actions'
import type { DeskChange } from '@/lib/related-links/queries'
import { useDeed } from '../use-deed'
import { When, ZoneOfHouse } from '../when'

/** What was done on the links desk, each to be undone. */
export function ChangeList({ rows, mayUndo }: { rows: readonly DeskChange[]; mayUndo: boolean }) {
  const t = useTranslations('links')
  return (
    <table className="w-full border-separate border-spacing-0 text-sm max-md:block md:table-fixed">
      <thead className="max-md:sr-only">
        <tr className="text-left text-[0.8125rem] text-quiet">
          <th scope="col" className={`${TEXT_CELL} w-44`}>{t('when')} <ZoneOfHouse /></th>
          <th scope="col" className={`${TEXT_CELL} w-40`}>{t('who')}</th>
          <th scope="col" className={TEXT_CELL}>{t('what')}</th>
          <th scope="col" className={`${TEXT_CELL} w-24`}><span className="sr-only">{t('undo')}</span></th>
        </tr>
      </thead>
      <tbody className="max-md:block">{rows.map((row) => <Row key={row.id} row={row} mayUndo={mayUndo} />)}</tbody>
    </table>
  )
}

function Row({ row, mayUndo }: { row: DeskChange; mayUndo: boolean }) {
  const t = useTranslations('links')
  const say = useToast()
  const { run, isHeld } = useDeed()
  const undo = async () => {
    const answer = await run(() => undoChange({ changeId: row.id }))
    say(answer.ok ? t('undone') : answer.message)
  }
  const { from, into, effect } = row
  return (
    <tr className="max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:border-b max-md:border-line max-md:py-2 max-md:[&>td]:border-0 max-md:[&>td]:px-0 max-md:[&>td]:py-0.5">
      <td className={`${TEXT_CELL} text-quiet`}><When at={row.at} /></td>
      <td className={TEXT_CELL}>{row.by}</td>
      <td className={`${TEXT_CELL} wrap-anywhere max-md:w-full`}>
        <Link href={`/desk/links/${row.intoId}`} className={`hover:underline ${row.undoneAt ? 'text-quiet line-through' : ''}`}>{t(`did.${row.kind}`, { from, into })}</Link>
        <span className="block text-[0.8125rem] text-quiet">
          {row.undoneAt ? <>{t('undoneBy', { name: row.undoneBy ?? '' })} <When at={row.undoneAt} look="short" /></> : t('effectShort', { drafts: effect.drafts, live: effect.live })}
        </span>
      </td>
      <td className={`${TEXT_CELL} text-right max-md:ml-auto`}>{mayUndo && !row.undoneAt && <Button isPending={isHeld} onPress={() => void undo()} aria-label={t('undoNamed', { from, into })}>{t('undo')}</Button>}</td>
    </tr>
  )
}
