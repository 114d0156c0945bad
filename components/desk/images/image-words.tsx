'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { IMAGE_LIMITS } from '@/lib/media/schema'

export type ImageWords = { alt: string; caption: string; credit: string }
type Props = { words: ImageWords; onWrite: (change: Partial<ImageWords>) => void; isDisabled?: boolean; isCompact?: boolean }

/** What an image shows for those who do not see it, what it shows for all, and who made it; `isCompact` amid a text, with the hint of what is easily forgotten. */
export function ImageWordsFields(props: Props) {
  const rows = props.isCompact ? 1 : 2
  return <><Words name="alt" rows={rows} {...props} /><Words name="caption" rows={rows} {...props} /><Words name="credit" {...props} /></>
}

/** While one writes the field has its words from here: those that come back from an editor come too late for its cursor. */
function Words({ name, rows, words, onWrite, isDisabled, isCompact = false }: Props & { name: keyof ImageWords; rows?: number }) {
  const t = useTranslations('images.words')
  const [typed, setTyped] = useState<string | null>(null)
  const write = (given: string) => {
    const line = given.replace(/\s*\n\s*/g, ' ')
    setTyped(line)
    onWrite({ [name]: line })
  }
  return (
    <Field label={t(name)} hint={isCompact && name !== 'alt' ? undefined : t(`${name}Hint`)} rows={rows} value={typed ?? words[name]} maxLength={IMAGE_LIMITS[name]} isDisabled={isDisabled}
      onChange={write} onFocus={() => setTyped(words[name])} onBlur={() => setTyped(null)} />
  )
}
