'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { correctArticle } from '@/lib/publishing/actions'
import { NOTE_LIMIT, type NoteKind } from '@/lib/publishing/schema'
import { useDesk, useSnapshot } from './editor-context'
import { findKeptLive } from './journal'
import { LiveEditor } from './live-editor'
import { type LiveText, openLive } from './live-text'

const VERBS = { correction: 'doCorrection', update: 'doUpdate' } as const
type Props = { kind: NoteKind; text: string; onText: (text: string) => void; onClose: () => void }

/** What readers are told of a change, and, where it is wanted, the change itself: in the text that they have, not in the draft. */
export function CorrectForm({ kind, text, onText, onClose }: Props) {
  const t = useTranslations('publishing.notes')
  const { session } = useDesk()
  const { isBusy, errors, refusal } = useSnapshot()
  const { live, problem, toggle } = useLive()
  const [isTried, setTried] = useState(false)
  const isCorrection = kind === 'correction'
  const run = async () => {
    setTried(true)
    // what was written in the draft belongs to it, whatever becomes of the live text
    if (live) await session.autosave.flush()
    const done = await session.changeTimes(({ articleId }) => correctArticle({ articleId, kind, text, live: live?.given() ?? null }))
    if (!done) return live?.say(session.read().errors)
    live?.drop()
    onText('')
    onClose()
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">{t(isCorrection ? 'correctionText' : 'updateText')} <Effect live={live} /></p>
      <Field label={t('words')} hint={isCorrection ? undefined : t('mayBeEmpty')} rows={3} value={text} onChange={onText} error={isTried ? errors.text : undefined} maxLength={NOTE_LIMIT} isRequired={isCorrection} autoFocus />
      <Switch isSelected={live !== null} onChange={(on) => void toggle(on)}>{t('changeLive')}</Switch>
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      {live && <LiveEditor text={live} />}
      {isTried && refusal && <p role="alert" className="text-sm font-medium text-stop-ink">{refusal}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('close')}</Button>
        <Button look="primary" isPending={isBusy} onPress={() => void run()}>{t(isBusy ? 'doing' : VERBS[kind])}</Button>
      </div>
    </div>
  )
}

/** What becomes of the draft. */
function Effect({ live }: { live: LiveText | null }) {
  const t = useTranslations('publishing.notes')
  const { session } = useDesk()
  const { facts, version, save } = useSnapshot()
  if (live) return t(save.kind === 'saved' && live.isFollowedBy(session.words()) ? 'draftFollows' : 'draftStays')
  return save.kind !== 'saved' || facts.liveVersion !== version ? t('movedOn') : null
}

/** The live text to be changed, once it is asked for; at once where this browser kept a change of it. */
function useLive() {
  const t = useTranslations('editor')
  const { articleId } = useDesk().session
  const { facts } = useSnapshot()
  const liveId = facts.timeline.find(({ phase }) => phase === 'live')?.revisionId ?? null
  const [live, setLive] = useState<LiveText | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    const found = liveId && (await openLive(articleId, liveId, t('unreachable')))
    setProblem(typeof found === 'string' ? found : null)
    if (found && typeof found !== 'string') setLive(found)
  }
  const toggle = async (on: boolean) => {
    if (on) await open()
    else setLive(null)
  }
  useEffect(() => {
    if (live && liveId) void live.follow(liveId)
  }, [live, liveId])
  const openKept = useEffectEvent(() => {
    if (findKeptLive(articleId)) void open()
  })
  useEffect(() => {
    const timer = setTimeout(() => openKept())
    return () => clearTimeout(timer)
  }, [])
  return { live, problem, toggle }
}
