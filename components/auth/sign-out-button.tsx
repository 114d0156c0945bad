'use client'
import { useTranslations } from 'next-intl'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

export function SignOutButton() {
  const t = useTranslations('auth')
  const [isBusy, setBusy] = useState(false)
  const out = () => {
    setBusy(true)
    void signOut({ callbackUrl: '/sign-in' })
  }
  return <Button look="primary" isPending={isBusy} onPress={out}>{t('signOut')}</Button>
}
