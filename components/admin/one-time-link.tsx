'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

export type GivenLink = { link: string; isMailed: boolean }

/** The link to hand over, unless the mail with it does; it is shown once, because only its hash is kept. */
export function OneTimeLink({ name, email, given: { link, isMailed } }: { name: string; email: string; given: GivenLink }) {
  const t = useTranslations('admin')
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true), () => setCopied(false))
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm wrap-anywhere">{isMailed ? t('linkMailed', { email }) : t('linkText', { name })}</p>
      <Field label={t('link')} value={link} isReadOnly />
      <div className="flex items-center gap-3"><Button autoFocus onPress={copy}>{t('copyLink')}</Button><span role="status" className="text-sm text-quiet">{isCopied && t('copied')}</span></div>
    </div>
  )
}
