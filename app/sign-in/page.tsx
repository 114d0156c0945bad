import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { Card } from '@/components/auth/card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { currentActor } from '@/lib/auth/session'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('signIn') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = ownPath((await searchParams).next)
  if (await currentActor()) redirect(next)
  const t = await getTranslations('auth')
  return <Card title={t('signIn')}><SignInForm next={next} /></Card>
}

/** A path of the desk's side of this site; anything else leads to the desk. */
function ownPath(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?:desk|admin|account)(?:[/?]|$)/.test(next) ? next : '/desk'
}
