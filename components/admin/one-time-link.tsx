'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** The link to hand over; it is shown once, because only its hash is kept. */
export function OneTimeLink({ name, link }: { name: string; link: string }) {
  const t = useTranslations('admin')
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true), () => setCopied(false))
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{t('linkText', { name })}</p>
      <Field label={t('link')} value={link} isReadOnly />
      <div className="flex items-center gap-3"><Button autoFocus onPress={copy}>{t('copyLink')}</Button><span role="status" className="text-sm text-quiet">{isCopied && t('copied')}</span></div>
    </div>
  )
}
