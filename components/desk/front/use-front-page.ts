'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { saveFrontPage } from '@/lib/front-page/actions'
import type { DeskFrontPage } from '@/lib/front-page/model'
import { keptSlots } from './kept-edits'
import { draftsOf, type EditSlot, isSame, slotsOf } from './slot-edits'

/**
 * A page while it is edited: nothing of it reaches readers before it is saved, nothing that somebody else saved is lost, and what
 * was not saved is there again when one comes back.
 */
export function useFrontPage(given: DeskFrontPage) {
  const t = useTranslations('front')
  const errors = useTranslations('errors')
  const say = useToast()
  const kept = keptSlots(given.sectionId)
  const [saved, setSaved] = useState(given)
  /** what the slots were made from */
  const [version, setVersion] = useState(given.version)
  const [slots, setSlots] = useState(() => slotsOf(given))
  const [theirs, setTheirs] = useState<DeskFrontPage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const comeBack = useEffectEvent(() => {
    const found = kept.find()
    if (!found || isSame(found.slots, slotsOf(given))) return
    setSlots(found.slots)
    setVersion(found.version)
  })
  useEffect(() => startTransition(comeBack), [])

  const take = (page: DeskFrontPage): void => {
    kept.drop()
    setSaved(page)
    setVersion(page.version)
    setSlots(slotsOf(page))
    setTheirs(null)
    setProblem(null)
  }
  const save = async (over = version): Promise<void> => {
    setBusy(true)
    const answer = await saveFrontPage({ sectionId: given.sectionId, version: over, slots: draftsOf(slots) }).catch(() => null)
    setBusy(false)
    if (!answer) setProblem(errors('unreachable'))
    else if (answer.ok) {
      take(answer.data)
      say(t('saved'))
    } else if (answer.code === 'CONFLICT') setTheirs((answer.data as { page: DeskFrontPage }).page)
    else setProblem(troubleOf(answer.message, answer.fields, slots))
  }
  const edit = (next: EditSlot[]): void => {
    // the answer that is waited for would take its place
    if (isBusy) return
    setSlots(next)
    setProblem(null)
    if (isSame(next, slotsOf(saved))) kept.drop()
    else kept.keep({ version, slots: next })
  }
  return { slots, saved, theirs, problem, isBusy, isChanged: !isSame(slots, slotsOf(saved)), edit, save, take, putOff: () => setTheirs(null), revert: () => take(saved) }
}

/** What is wrong, with the headline of the slot that it is about. */
function troubleOf(message: string, fields: Record<string, string> = {}, slots: readonly EditSlot[]): string {
  const said = Object.entries(fields).map(([path, text]) => {
    const name = slots[Number(path.split('.')[1])]?.article?.headline
    return name ? `”${name}”: ${text}` : text
  })
  return said.length > 0 ? said.join(' ') : message
}
