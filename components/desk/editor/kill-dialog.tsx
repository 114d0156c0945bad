'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { killArticle, liftKill } from '@/lib/publishing/actions'
import { KILL_LIMITS } from '@/lib/publishing/schema'
import { ImpactNote } from '../links/impact-note'
import { useDesk, useSnapshot } from './editor-context'
import { FlashNote } from './flash-note'

export type KillVerb = 'kill' | 'liftKill'
type Props = { asked: KillVerb | null; onClose: () => void }

/** Taking an article down for good, or lifting that: why, and (for a kill) what readers are told. */
export function KillDialog({ asked, onClose }: Props) {
  const t = useTranslations('publishing.kill')
  return (
    <Dialog title={t(asked === 'liftKill' ? 'lift.title' : 'title')} closeLabel={t(asked === 'liftKill' ? 'lift.keep' : 'keep')} isOpen={asked !== null} onClose={onClose}>
      {asked && <Form verb={asked} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ verb, onClose }: { verb: KillVerb; onClose: () => void }) {
  const t = useTranslations('publishing.kill')
  const { session } = useDesk()
  const { fields, isBusy, errors, refusal } = useSnapshot()
  const [isSent, setSent] = useState(false)
  const [reason, setReason] = useState('')
  const [publicLine, setPublicLine] = useState('')
  const isKill = verb === 'kill'
  const run = async () => {
    setSent(true)
    // once killed it takes no text any more
    if (isKill) await session.autosave.flush()
    const done = await session.changeTimes((given) => (isKill ? killArticle({ ...given, reason, publicLine }) : liftKill({ ...given, reason })))
    // what one may do with the article is another thing now
    if (done) return window.location.reload()
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); void run() }}>
      <p className="text-sm">{t(isKill ? 'text' : 'lift.text', { headline: fields.headline })}</p>
      {isKill && <GoesToo />}
      <Field label={t('reason')} hint={t('reasonHint')} rows={3} value={reason} onChange={setReason} error={errors.reason} maxLength={KILL_LIMITS.reason} isRequired autoFocus />
      {isKill && <Field label={t('publicLine')} hint={t('publicLineHint')} value={publicLine} onChange={setPublicLine} error={errors.publicLine} maxLength={KILL_LIMITS.publicLine} />}
      {isSent && refusal && <p role="alert" className="text-sm font-medium text-stop-ink">{refusal}</p>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t(isKill ? 'keep' : 'lift.keep')}</Button>
        <Button look={isKill ? 'danger' : 'primary'} type="submit" isPending={isBusy}>{t(isKill ? (isBusy ? 'doing' : 'do') : 'lift.do')}</Button>
      </div>
    </form>
  )
}

function GoesToo() {
  const { session } = useDesk()
  return <><ImpactNote articleId={session.articleId} /><FlashNote articleId={session.articleId} /></>
}
