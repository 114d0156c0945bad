'use client'
import { CircleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from 'react-aria-components'
import type { Locale } from '@/lib/platform/locale'
import { explain, type Finding } from '@/lib/related-links/model'
import { useText } from './editor-context'

type Props = { finding: Finding; other: { title: string | null } | null; onRemove: () => void; onGo: () => void }
const ACTION = 'min-h-7 rounded px-2 text-[0.8125rem] font-semibold underline underline-offset-2 hover:no-underline hover:bg-surface/60'

/** A finding in words, with its reason and what can be done: remove, keep (or dismiss, where it is only likely), go there. */
export function FindingNote({ finding, other, onRemove, onGo }: Props) {
  const t = useTranslations('editor')
  const locale = useLocale() as Locale
  return (
    <div className={`flex flex-col gap-1 rounded-md px-3 py-2 font-sans text-[0.8125rem] leading-snug ${lookOf(finding)}`}>
      <p className="flex gap-2">
        <CircleAlert aria-hidden size={16} className="mt-px shrink-0" />
        <span>
          <strong>{t(finding.ruling ? `ruled.${finding.ruling}` : finding.verdict === 'exact' ? 'duplicate' : 'likely')}</strong> {explain(finding.reason, locale)}
          {other?.title && <> {t('sameAs', { title: other.title })}</>}
        </span>
      </p>
      <p className="-ml-2 flex flex-wrap gap-x-1 pl-6">
        {finding.ruling ? <TakeBack finding={finding} /> : <Settle finding={finding} onRemove={onRemove} />}
        {other && <Button className={ACTION} onPress={onGo}>{t('goThere')}</Button>}
      </p>
    </div>
  )
}

const lookOf = ({ ruling, verdict }: Finding): string => (ruling ? 'text-quiet' : verdict === 'exact' ? 'bg-stop-ground text-stop-ink' : 'bg-warn-ground text-warn-ink')

function Settle({ finding, onRemove }: Pick<Props, 'finding' | 'onRemove'>) {
  const t = useTranslations('editor')
  const { session, mayRule, isEditable } = useText()
  const ruling = finding.verdict === 'exact' ? 'keep' : 'dismiss'
  return (
    <>
      {isEditable && <Button className={ACTION} onPress={onRemove}>{t('remove')}</Button>}
      {mayRule && finding.reason !== 'self' && <Button className={ACTION} onPress={() => void session.rule(finding, ruling)}>{t(ruling)}</Button>}
    </>
  )
}

function TakeBack({ finding }: Pick<Props, 'finding'>) {
  const t = useTranslations('editor')
  const { session, mayRule } = useText()
  return mayRule && <Button className={ACTION} onPress={() => void session.rule(finding, null)}>{t('unrule')}</Button>
}
