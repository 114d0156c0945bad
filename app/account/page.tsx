import { getTranslations } from 'next-intl/server'
import { ArticleMailChoice } from '@/components/auth/article-mail-choice'
import { LanguageChoice } from '@/components/auth/language-choice'
import { Shell } from '@/components/desk/shell'
import { LinkButton } from '@/components/ui/button'
import { requireActor } from '@/lib/auth/session'
import { mailEnv } from '@/lib/platform/env'
import { countLateEffects } from '@/lib/publishing/queries'
import { wantsArticleMail } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('account') }
}

export default async function AccountPage() {
  const actor = await requireActor()
  const t = await getTranslations('auth')
  const shell = await getTranslations('shell')
  return (
    <Shell actor={actor} late={await countLateEffects(actor)}>
      <div className="flex max-w-md flex-col gap-6 px-4 py-5 sm:px-6 lg:px-8">
        <h1 className="text-xl font-bold tracking-tight">{shell('account')}</h1>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
          <dt className="text-quiet">{t('name')}</dt><dd className="break-words">{actor.name}</dd>
          <dt className="text-quiet">{t('email')}</dt><dd className="break-all">{actor.email}</dd>
          <dt className="text-quiet">{t('role')}</dt><dd>{t(`roles.${actor.role}`)}</dd>
        </dl>
        <LanguageChoice />
        {mailEnv() && <ArticleMailChoice isOn={await wantsArticleMail(actor.userId)} />}
        <div><LinkButton href="/sign-out">{t('signOut')}</LinkButton></div>
      </div>
    </Shell>
  )
}
