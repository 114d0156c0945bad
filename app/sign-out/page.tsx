import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/auth/card'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { requireActor } from '@/lib/auth/session'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('signOut') }
}

export default async function SignOutPage() {
  const { name } = await requireActor()
  const t = await getTranslations('auth')
  return (
    <Card title={t('signOut')}>
      <p className="text-quiet">{t('signedInAs', { name })}</p>
      <SignOutButton />
    </Card>
  )
}
