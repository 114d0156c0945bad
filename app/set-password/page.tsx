import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/auth/card'
import { SetPassword } from '@/components/auth/set-password'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('setPassword') }
}

/** Open to the signed-out: the link itself is what is asked for. */
export default async function SetPasswordPage() {
  const t = await getTranslations('auth')
  return <Card title={t('setPassword')}><SetPassword /></Card>
}
