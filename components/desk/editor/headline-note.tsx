'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components'
import { useText } from './editor-context'

type Props = { title: string; headline: string; onUse: () => void; onKeep: () => void }
const ACTION = 'min-h-7 rounded px-2 text-[0.8125rem] font-semibold underline underline-offset-2 hover:no-underline hover:bg-surface/60'

/** The target has another headline than when the block got its own words: both, and what can be done. */
export function HeadlineNote({ title, headline, onUse, onKeep }: Props) {
  const t = useTranslations('editor')
  const { isEditable } = useText()
  return (
    <div className="flex flex-col gap-1 rounded-md bg-warn-ground px-3 py-2 font-sans text-[0.8125rem] leading-snug text-warn-ink">
      <p className="flex gap-2"><CircleAlert aria-hidden size={16} className="mt-px shrink-0" /><span>{t('headlineChanged', { headline, title })}</span></p>
      {isEditable && (
        <p className="-ml-2 flex flex-wrap gap-x-1 pl-6">
          <Button className={ACTION} onPress={onUse}>{t('useHeadline')}</Button>
          <Button className={ACTION} onPress={onKeep}>{t('keepTitle')}</Button>
        </p>
      )}
    </div>
  )
}
