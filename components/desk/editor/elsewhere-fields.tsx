'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { type Elsewhere, ELSEWHERE } from '@/lib/articles/model'
import { LIMITS } from '@/lib/articles/schema'

type Given = Record<Elsewhere, string>
type Props = {
  fields: Given; errors: Readonly<Record<string, string>>; onChange: (change: Partial<Given>) => void; isDisabled?: boolean
  /** words that stand in a field and should not */
  wrong?: Partial<Record<Elsewhere, readonly string[]>>
}
const ROWS: Partial<Record<Elsewhere, number>> = { searchDescription: 3, shareText: 2 }

/** What speaks for the text in lists, search engines and shares. */
export function ElsewhereFields({ fields, errors, onChange, isDisabled, wrong = {} }: Props) {
  const t = useTranslations('editor.details')
  return ELSEWHERE.map((name) => {
    const words = wrong[name]
    const hint = words ? <LeftBehind words={words} /> : t(`${name}Hint`)
    return <Field key={name} label={t(name)} hint={hint} rows={ROWS[name]} value={fields[name]} onChange={(value) => onChange({ [name]: value })} error={errors[name]} maxLength={LIMITS[name]} isDisabled={isDisabled} />
  })
}

function LeftBehind({ words }: { words: readonly string[] }) {
  const t = useTranslations('editor.correction')
  return <span className="flex gap-1.5 font-medium text-warn-ink"><CircleAlert aria-hidden size={15} className="mt-px shrink-0" /><span>{t('leftBehind', { words: words.map((word) => t('quoted', { word })).join(', ') })}</span></span>
}
