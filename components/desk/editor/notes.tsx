'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu } from '@/components/ui/menu'
import type { NoteKind } from '@/lib/publishing/schema'
import { When } from '../when'
import { CorrectForm } from './correct-form'
import { useSnapshot } from './editor-context'
import { type ChangedNote, NoteDialog } from './note-dialog'

/** What readers have been told of changes, and how to tell them of one, in other words, or no more. */
export function Notes() {
  const t = useTranslations('publishing.notes')
  const { facts } = useSnapshot()
  const [asked, setAsked] = useState<NoteKind | null>(null)
  const [changed, setChanged] = useState<ChangedNote | null>(null)
  const [text, setText] = useState('')
  const nameOf = (kind: NoteKind, at: string) => t('menu', { kind: t(kind), at: new Date(at) })
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="text-[0.8125rem] font-bold">{t('title')}</h2>
      {facts.notes.length > 0 && (
        <ul className="flex flex-col gap-2 text-[0.8125rem]">
          {facts.notes.map((note) => (
            <li key={note.id} className="flex items-start justify-between gap-2">
              <div className="min-w-0 flex-1"><span className="font-semibold">{t(note.kind)}</span> <span className="text-quiet"><When at={note.at} /></span>{note.text && <p className="wrap-anywhere whitespace-pre-line">{note.text}</p>}</div>
              <Menu label={nameOf(note.kind, note.at)} entries={[
                { id: 'reword', name: t('reword'), onAction: () => setChanged({ verb: 'reword', note }) },
                { id: 'withdraw', name: t('withdraw'), onAction: () => setChanged({ verb: 'withdraw', note }), danger: true },
              ]} />
            </li>
          ))}
        </ul>
      )}
      {facts.state === 'live' && (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setAsked('correction')}>{t('correction')} …</Button>
          <Button onPress={() => setAsked('update')}>{t('update')} …</Button>
        </div>
      )}
      <Dialog title={t(asked === 'update' ? 'updateTitle' : 'correctionTitle')} closeLabel={t('close')} isOpen={asked !== null} onClose={() => setAsked(null)} wide>
        {asked && <CorrectForm kind={asked} text={text} onText={setText} onClose={() => setAsked(null)} />}
      </Dialog>
      <NoteDialog changed={changed} onClose={() => setChanged(null)} />
    </section>
  )
}
