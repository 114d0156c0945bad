'use client'
import { ChevronRight, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { ELSEWHERE } from '@/lib/articles/model'
import { ElsewhereFields } from './elsewhere-fields'
import type { LiveText } from './live-text'

/** What speaks for the live text elsewhere: folded away until it is asked for, or words that went from the headline still stand in it. */
export function LiveElsewhere({ text }: { text: LiveText }) {
  const t = useTranslations('editor.correction')
  const { fields, errors } = useSyncExternalStore(text.subscribe, text.read, text.read)
  const behind = text.leftBehind()
  const isAsked = behind.length > 0 || ELSEWHERE.some((name) => errors[name])
  const [{ isOpen, was }, setOpen] = useState({ isOpen: false, was: false })
  if (isAsked !== was) setOpen({ isOpen: isOpen || isAsked, was: isAsked })
  return (
    <details open={isOpen} onToggle={({ currentTarget: { open } }) => setOpen((now) => ({ ...now, isOpen: open }))} className="group rounded-md border border-line px-3">
      <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-1.5 gap-y-1 py-2.5 text-[0.8125rem] font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={15} className="shrink-0 transition-transform group-open:rotate-90" />
        <span>{t('elsewhere')}</span>
        {behind.length > 0 && <span className="flex items-center gap-1.5 text-warn-ink max-sm:w-full max-sm:pl-[1.3rem] sm:ml-auto"><CircleAlert aria-hidden size={15} className="shrink-0" />{t('elsewhereBehind')}</span>}
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-4">
        <ElsewhereFields fields={fields} errors={errors} onChange={(change) => text.set(change)} wrong={Object.fromEntries(behind.map(({ name, words }) => [name, words]))} />
      </div>
    </details>
  )
}
