'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ArticleState } from '@/lib/articles/model'
import { unpublishNow } from '@/lib/publishing/actions'
import { ImpactNote } from '../links/impact-note'
import { Embargo } from './embargo'
import { useDesk, useLinkBook, useSnapshot } from './editor-context'
import { Ends } from './ends'
import { KillReach } from './kill-reach'
import { Notes } from './notes'
import type { PanelName } from './panels'
import { Plans } from './plans'
import { PublishNow } from './publish-now'
import { plansOf } from './snapshot'
import { Timeline } from './timeline'

type Props = { zone: string; mayPublish: boolean; killLine: string; onShow: (panel: PanelName | null) => void }

/** What readers see now and later, and every way to change it. */
export function PublishPanel({ zone, mayPublish, killLine, onShow }: Props) {
  const { facts } = useSnapshot()
  return (
    <div className="flex flex-col gap-6">
      <Timeline />
      <Problems onShow={onShow} />
      {mayPublish && facts.state !== 'killed' ? <Deeds zone={zone} onShow={onShow} /> : <WhyNot state={facts.state} killLine={killLine} />}
    </div>
  )
}

function WhyNot({ state, killLine }: { state: ArticleState; killLine: string }) {
  const t = useTranslations('publishing')
  const { session, mayLiftKill } = useDesk()
  if (state !== 'killed') return <p className="text-sm text-quiet">{t(state === 'trashed' ? 'inTrash' : 'onlyEditors')}</p>
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>{t('isKilled')}</p>
      {killLine && <p>{t('killLine')} <q>{killLine}</q></p>}
      {mayLiftKill && <KillReach articleId={session.articleId} />}
    </div>
  )
}

/** Errors that stand at a form of their own. */
const OF_FORMS = new Set(['at', 'until', 'embargo', 'reason', 'text', 'correction'])

/** Errors of the text itself. */
const OF_TEXT = new Set(['headline', 'body', 'images'])

function Problems({ onShow }: { onShow: (panel: PanelName | null) => void }) {
  const t = useTranslations('publishing')
  const { errors } = useSnapshot()
  const { open } = useLinkBook()
  const stopping = open.filter(({ finding }) => finding?.blocking).length
  const said = Object.entries(errors).filter(([name]) => !OF_FORMS.has(name))
  if (stopping === 0 && said.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 rounded-md bg-stop-ground p-3 text-sm text-stop-ink">
      {stopping > 0 && <li><button type="button" className="text-left font-semibold underline" onClick={() => onShow('checks')}>{t('duplicates', { count: stopping })}</button></li>}
      {said.map(([name, message]) => <li key={name}>{OF_TEXT.has(name) ? message : <button type="button" className="text-left font-semibold underline" onClick={() => onShow('details')}>{message}</button>}</li>)}
    </ul>
  )
}

function Deeds({ zone, onShow }: { zone: string; onShow: Props['onShow'] }) {
  const { facts } = useSnapshot()
  const isLive = facts.state === 'live'
  return (
    <>
      <PublishNow zone={zone} onShow={onShow} />
      <Plans zone={zone} onShow={onShow} />
      {(isLive || plansOf(facts).length > 0) && <Ends zone={zone} />}
      {!isLive && <Embargo zone={zone} />}
      {(isLive || facts.notes.length > 0) && <Notes />}
      {isLive && <Unpublish />}
    </>
  )
}

function Unpublish() {
  const t = useTranslations('publishing')
  const { session } = useDesk()
  const { isBusy, fields, facts } = useSnapshot()
  const [isAsked, setAsked] = useState(false)
  const plans = plansOf(facts).length
  const unpublish = async () => {
    setAsked(false)
    await session.changeTimes((given) => unpublishNow(given))
  }
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-5">
      <Button look="danger" isPending={isBusy} onPress={() => setAsked(true)}>{t('unpublish')}</Button>
      <Dialog role="alertdialog" title={t('unpublishTitle')} closeLabel={t('keepLive')} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="text-sm">{t('unpublishText', { headline: fields.headline })}{plans > 0 && ` ${t('unpublishPlans', { count: plans })}`}</p>
        <ImpactNote articleId={session.articleId} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={() => setAsked(false)}>{t('keepLive')}</Button>
          <Button look="primary" onPress={() => void unpublish()}>{t('unpublishNow')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
