'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { When } from '../when'
import { useDesk, useSnapshot } from './editor-context'

/** What this browser kept when it closed too early, and the refusal of what was last tried: both until a person has seen them. */
export function KeptText() {
  const t = useTranslations('editor')
  const { session } = useDesk()
  const { kept, refusal } = useSnapshot()
  return (
    <>
      {kept && (
        <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-ground px-4 py-2.5 text-sm text-warn-ink sm:px-6">
          <p className="flex-1">{t('kept')} <When at={kept.at} /></p>
          <Button onPress={() => session.settleKept(true)}>{t('takeKept')}</Button>
          <Button look="quiet" onPress={() => session.settleKept(false)}>{t('dropKept')}</Button>
        </div>
      )}
      {refusal && (
        <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line bg-stop-ground px-4 py-2.5 text-sm font-medium text-stop-ink sm:px-6">
          <p className="flex-1">{refusal}</p>
          <Button look="quiet" onPress={() => session.dismissRefusal()}>{t('close')}</Button>
        </div>
      )}
    </>
  )
}
