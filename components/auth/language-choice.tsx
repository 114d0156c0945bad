'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useDeed } from '@/components/desk/use-deed'
import { Select } from '@/components/ui/select'
import { useToast } from '@/components/ui/toast'
import type { Locale } from '@/lib/platform/locale'
import { setLocale } from '@/lib/users/actions'

const LANGUAGES = [{ id: 'sv', name: 'Svenska' }, { id: 'en', name: 'English' }]

export function LanguageChoice() {
  const t = useTranslations('auth')
  const { run, isHeld } = useDeed()
  const say = useToast()
  const choose = async (locale: string) => {
    const answer = await run(() => setLocale({ locale: locale as Locale }))
    if (!answer.ok) say(answer.message)
  }
  return <Select label={t('language')} options={LANGUAGES} value={useLocale()} onChange={(id) => void choose(id)} isPending={isHeld} />
}
