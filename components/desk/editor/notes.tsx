'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { correctArticle } from '@/lib/publishing/actions'
import { NOTE_LIMIT, type NoteKind } from '@/lib/publishing/schema'
import { When } from '../when'
import { useDesk, useSnapshot } from './editor-context'

/** What readers have been told of changes, and how to tell them of one. */
export function Notes() {
  const t = useTranslations('publishing.notes')
  const { facts } = useSnapshot()
  const [asked, setAsked] = useState<NoteKind | null>(null)
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="text-[0.8125rem] font-bold">{t('title')}</h2>
      {facts.notes.length > 0 && (
        <ul className="flex flex-col gap-2 text-[0.8125rem]">
          {facts.notes.map(({ id, kind, text, at }) => (
            <li key={id}><span className="font-semibold">{t(kind)}</span> <span className="text-quiet"><When at={at} /></span>{text && <p className="wrap-anywhere whitespace-pre-line">{text}</p>}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setAsked('correction')}>{t('correction')} …</Button>
        <Button onPress={() => setAsked('update')}>{t('update')} …</Button>
      </div>
      <Dialog title={t(asked === 'update' ? 'updateTitle' : 'correctionTitle')} closeLabel={t('close')} isOpen={asked !== null} onClose={() => setAsked(null)}>
        {asked && <Form kind={asked} onClose={() => setAsked(null)} />}
      </Dialog>
    </section>
  )
}

function Form({ kind, onClose }: { kind: NoteKind; onClose: () => void }) {
  const t = useTranslations('publishing.notes')
  const { session } = useDesk()
  const { isBusy, errors, facts, version, save } = useSnapshot()
  const [text, setText] = useState('')
  const isCorrection = kind === 'correction'
  const hasMovedOn = save.kind !== 'saved' || facts.liveVersion !== version
  const run = async () => {
    if (await session.changeTimes(({ articleId }) => correctArticle({ articleId, kind, text }))) onClose()
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); void run() }}>
      <p className="text-sm">{t(isCorrection ? 'correctionText' : 'updateText')}{hasMovedOn && ` ${t('movedOn')}`}</p>
      <Field label={t('words')} hint={isCorrection ? undefined : t('mayBeEmpty')} rows={4} value={text} onChange={setText} error={errors.text} maxLength={NOTE_LIMIT} isRequired={isCorrection} autoFocus />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        <Button look="primary" type="submit" isDisabled={isBusy}>{t(isCorrection ? 'doCorrection' : 'doUpdate')}</Button>
      </div>
    </form>
  )
}
