import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { publishArticles, scheduleArticles, unscheduleArticles } from '@/lib/publishing/actions'
import type { ListRow } from '../article-list'
import { PlanForm } from '../editor/plan-form'
import { foreseen } from './foreseen'
import { LeftOut } from './left-out'
import type { Run } from './use-bulk'

type Props = { rows: readonly ListRow[]; isBusy: boolean; run: Run; onClose: () => void }

const shown = (rows: readonly ListRow[]) => rows.map(({ id, version, plannedAt }) => ({ articleId: id, version, plannedAt: plannedAt && plannedAt.toISOString() }))
const able = (rows: readonly ListRow[], at: Date | null) => rows.filter((row) => !foreseen(row, at))

/** Publishes what can be, and says before what cannot. */
export function PublishDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const those = able(rows, null)
  const publish = async () => {
    if (await run('publish', those, () => publishArticles({ items: shown(those) }))) onClose()
  }
  return (
    <Dialog role="alertdialog" title={those.length > 0 ? t('publishTitle', { count: those.length }) : t('none')} closeLabel={t('close')} isOpen onClose={onClose}>
      {those.length > 0 && <p>{t('publishText')}</p>}
      <LeftOut rows={rows} at={null} planned="publishPlanned" />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        {those.length > 0 && <Button look="primary" isPending={isBusy} onPress={() => void publish()}>{isBusy ? t('busy') : t('publishDo')}</Button>}
      </div>
    </Dialog>
  )
}

/** One time for all, in a named zone. */
export function ScheduleDialog({ rows, isBusy, run, onClose }: Props) {
  const t = useTranslations('desk.bulk')
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const [problem, setProblem] = useState<string | undefined>()
  const plan = async (at: string, picked: string) => {
    const those = able(rows, new Date(at))
    setProblem(those.length > 0 ? undefined : t('none'))
    const undo = (done: readonly string[]) => {
      const back = those.filter(({ id }) => done.includes(id))
      void run('unschedule', back, () => unscheduleArticles({ items: back.map(({ id, version }) => ({ articleId: id, version })), at }))
    }
    // plans that gave way do not come back
    const mayUndo = those.every(({ plannedAt }) => plannedAt === null)
    if (those.length === 0 || !(await run('schedule', those, () => scheduleArticles({ items: shown(those), at, zone: picked }), mayUndo ? undo : undefined))) return false
    onClose()
    return true
  }
  return (
    <Dialog title={t('scheduleTitle', { count: rows.length })} closeLabel={t('close')} isOpen onClose={onClose}>
      <p>{t('scheduleText')}</p>
      <PlanForm zone={zone} isBusy={isBusy} error={problem} submit={isBusy ? t('busy') : t('scheduleDo')} isPrimary plannedAt={null} onPlan={plan} note={(at) => <LeftOut rows={rows} at={new Date(at)} planned="schedulePlanned" />} />
    </Dialog>
  )
}
