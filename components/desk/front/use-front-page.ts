'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { saveFrontPage } from '@/lib/front-page/actions'
import type { DeskFrontPage } from '@/lib/front-page/model'
import { draftsOf, type EditSlot, isSame, slotsOf } from './slot-edits'

/** A page while it is edited: nothing of it reaches readers before it is saved, and nothing that somebody else saved is lost. */
export function useFrontPage(given: DeskFrontPage) {
  const t = useTranslations('front')
  const errors = useTranslations('errors')
  const say = useToast()
  const [saved, setSaved] = useState(given)
  const [slots, setSlots] = useState(() => slotsOf(given))
  const [theirs, setTheirs] = useState<DeskFrontPage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const take = (page: DeskFrontPage): void => {
    setSaved(page)
    setSlots(slotsOf(page))
    setTheirs(null)
    setProblem(null)
  }
  const save = async (over = saved): Promise<void> => {
    setBusy(true)
    const answer = await saveFrontPage({ sectionId: over.sectionId, version: over.version, slots: draftsOf(slots) }).catch(() => null)
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
