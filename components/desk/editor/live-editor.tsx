'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { TextProvider, useDesk } from './editor-context'
import { LiveElsewhere } from './live-elsewhere'
import type { LiveText } from './live-text'
import { Version } from './version'
import { WrittenText } from './written-text'

/** The text that readers have, in the desk's editor. */
export function LiveEditor({ text }: { text: LiveText }) {
  const t = useTranslations('publishing.notes')
  const { mayRule } = useDesk()
  const { theirs, isKept, errors, refusal } = useSyncExternalStore(text.subscribe, text.read, text.read)
  const desk = useMemo(() => ({ session: text, mayRule, isEditable: true }), [text, mayRule])
  const said = errors.body ?? errors.images ?? errors.headline ?? refusal
  return (
    <TextProvider value={desk}>
      {isKept && (
        <p className="flex flex-wrap items-center gap-3 rounded-md bg-warn-ground px-3 py-2 text-sm text-warn-ink">
          <span className="flex-1">{t('keptLive')}</span><Button onPress={() => text.restart()}>{t('restart')}</Button>
        </p>
      )}
      {theirs && (
        <section role="alert" className="flex flex-col gap-3 rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
          <p>{t('liveChanged')}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <Version title={t('mine')} draft={text.words()} other={theirs} />
            <Version title={t('theirs')} draft={theirs} other={text.words()} />
          </div>
          <p className="flex flex-wrap justify-end gap-2">
            <Button onPress={() => text.settle('theirs')}>{t('takeTheirs')}</Button>
            <Button onPress={() => text.settle('mine')}>{t('keepMine')}</Button>
          </p>
        </section>
      )}
      <section aria-label={t('liveText')} className="max-h-[50dvh] overflow-auto rounded-md border border-line bg-paper">
        <WrittenText body={text.first} isInset />
      </section>
      <LiveElsewhere text={text} />
      {said && <p role="alert" className="text-sm font-medium text-stop-ink">{said}</p>}
    </TextProvider>
  )
}
