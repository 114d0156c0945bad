'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import type { Note } from '@/lib/articles/queries'
import { rewordNote, withdrawNote } from '@/lib/publishing/actions'
import { NOTE_LIMIT, REASON_LIMIT } from '@/lib/publishing/schema'
import { useDesk, useSnapshot } from './editor-context'

export type ChangedNote = { verb: 'reword' | 'withdraw'; note: Note }

/** A note in other words, or no more. */
export function NoteDialog({ changed, onClose }: { changed: ChangedNote | null; onClose: () => void }) {
  const t = useTranslations('publishing.notes')
  return (
    <Dialog title={t(changed?.verb === 'withdraw' ? 'withdrawTitle' : 'rewordTitle')} closeLabel={t('close')} isOpen={changed !== null} onClose={onClose}>
      {changed && <Form key={changed.note.id} {...changed} onClose={onClose} />}
    </Dialog>
  )
}

const FORMS = {
  reword: { before: 'rewordText', label: 'words', hint: null, limit: NOTE_LIMIT, look: 'primary', submit: 'doReword' },
  withdraw: { before: 'withdrawText', label: 'reason', hint: 'reasonHint', limit: REASON_LIMIT, look: 'danger', submit: 'doWithdraw' },
} as const

const Quoted = ({ text }: { text: string }) => text && <blockquote className="border-l-[3px] border-line pl-3 text-sm break-words whitespace-pre-line">{text}</blockquote>
const Refused = ({ words }: { words: string | null }) => words && <p role="alert" className="text-sm font-medium text-stop-ink">{words}</p>

function Form({ verb, note, onClose }: ChangedNote & { onClose: () => void }) {
  const t = useTranslations('publishing.notes')
  const { session } = useDesk()
  const { isBusy, errors, refusal } = useSnapshot()
  const isReword = verb === 'reword'
  const { before, look, limit, label, hint } = FORMS[verb]
  const [words, setWords] = useState(isReword ? note.text : '')
  const [isTried, setTried] = useState(false)
  const run = async () => {
    setTried(true)
    const done = await session.changeTimes(({ articleId }) => (isReword ? rewordNote({ articleId, noteId: note.id, text: words }) : withdrawNote({ articleId, noteId: note.id, reason: words })))
    if (done) onClose()
  }
  const said = errors.text ?? errors.reason
  const isOptional = isReword && note.kind === 'update'
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); void run() }}>
      <p className="text-sm">{t(before)}</p>
      {!isReword && <Quoted text={note.text} />}
      <Field label={t(label)} hint={hint && t(hint)} rows={3} value={words} onChange={setWords} error={isTried ? said : undefined} maxLength={limit} isRequired={!isOptional} autoFocus />
      {isTried && <Refused words={refusal} />}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        <Button look={look} type="submit" isPending={isBusy}>{t(FORMS[verb].submit)}</Button>
      </div>
    </form>
  )
}
