'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { restoreArticles, trashArticles } from '@/lib/articles/actions'
import type { ListRow } from '../article-list'
import { Reasons } from './left-out'
import { HandOverDialog, TagDialog } from './pick-dialogs'
import type { Selection } from './selection'
import { PublishDialog, ScheduleDialog } from './time-dialogs'
import { type Deed, type Refused, useBulk } from './use-bulk'

type Asked = Exclude<Deed, 'trash' | 'restore'>
const DIALOGS = { publish: PublishDialog, schedule: ScheduleDialog, tag: TagDialog, handOver: HandOverDialog }
const NEEDS = { publish: 'publish', schedule: 'publish', tag: 'edit', handOver: 'handOver', trash: 'trash', restore: 'restore' } as const

/** What can be done with the chosen articles, from below; each verb that the actor may use on one of them. Escape lets all go. */
export function BulkBar({ rows, selection }: { rows: readonly ListRow[]; selection: Selection }) {
  const { run, isBusy, refused, close } = useBulk(selection)
  const [asked, setAsked] = useState<Asked | null>(null)
  const chosen = rows.filter(({ id }) => selection.chosen.has(id))
  useEscape(chosen.length > 0, () => selection.choose([]))
  const restore = (those: readonly ListRow[]) => void run('restore', those, (articleIds) => restoreArticles({ articleIds }))
  const trash = () => void run('trash', chosen, (articleIds) => trashArticles({ articleIds }), (done) => restore(rows.filter(({ id }) => done.includes(id))))
  const act = (deed: Deed) => {
    if (deed === 'trash') trash()
    else if (deed === 'restore') restore(chosen)
    else setAsked(deed)
  }
  const verbs = (Object.keys(NEEDS) as Deed[]).filter((deed) => chosen.some(({ may }) => may[NEEDS[deed]]))
  const Asking = asked && DIALOGS[asked]
  return (
    <>
      {chosen.length > 0 && <Bar count={chosen.length} isBusy={isBusy} selection={selection} isWhole={chosen.length === rows.length}><Verbs verbs={verbs} isBusy={isBusy} onAct={act} /></Bar>}
      {Asking && chosen.length > 0 && <Asking rows={chosen} isBusy={isBusy} run={run} onClose={() => setAsked(null)} />}
      <RefusedDialog refused={refused} onClose={close} />
    </>
  )
}

function Bar({ count, isBusy, selection, isWhole, children }: { count: number; isBusy: boolean; selection: Selection; isWhole: boolean; children: ReactNode }) {
  const t = useTranslations('desk.bulk')
  return (
    <>
      <section aria-label={t('region')} data-bulk-bar className="fixed inset-x-2 bottom-16 z-30 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised px-3 py-2 shadow-lg sm:sticky sm:inset-x-auto sm:bottom-3 sm:mt-4">
        <div className="flex flex-1 items-center gap-1 sm:flex-none">
          <Button look="quiet" className="px-2" aria-label={t('clear')} onPress={() => selection.choose([])}><X aria-hidden size={17} /></Button>
          <p role="status" className="text-sm font-semibold whitespace-nowrap tabular-nums">{isBusy ? t('busy') : t('selected', { count })}</p>
          {!isWhole && <Button look="quiet" className="ml-auto md:hidden" onPress={selection.toggleAll}>{t('all')}</Button>}
        </div>
        {children}
      </section>
      <div aria-hidden className="h-40 sm:hidden" />
    </>
  )
}

function Verbs({ verbs, isBusy, onAct }: { verbs: readonly Deed[]; isBusy: boolean; onAct: (deed: Deed) => void }) {
  const t = useTranslations('desk.bulk')
  return <div className="flex flex-wrap gap-2">{verbs.map((deed) => <Button key={deed} look={deed === 'trash' ? 'danger' : 'plain'} isPending={isBusy} onPress={() => onAct(deed)}>{t(deed)}</Button>)}</div>
}

function RefusedDialog({ refused, onClose }: { refused: Refused | null; onClose: () => void }) {
  const t = useTranslations('desk')
  const { done = 0, count = 0, rows = [], undo } = refused ?? {}
  return (
    <Dialog title={t('bulk.refusedTitle', { done, count })} closeLabel={t('bulk.shut')} isOpen={refused !== null} onClose={onClose}>
      <p>{t('bulk.refusedText', { count: rows.length })}</p>
      <Reasons rows={rows} />
      <div className="flex justify-end gap-2">
        {undo && <Button onPress={() => { undo(); onClose() }}>{t('undo')}</Button>}
        <Button look="primary" onPress={onClose}>{t('bulk.shut')}</Button>
      </div>
    </Dialog>
  )
}

/** What is open above the list keeps its own Escape. */
function useEscape(isOn: boolean, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => { latest.current = run })
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      const isAbove = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !isAbove) latest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [isOn])
}
