import { getTranslations } from 'next-intl/server'
import { LateList } from '@/components/desk/late-list'
import { requireActor } from '@/lib/auth/session'
import { findLateEffects } from '@/lib/publishing/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('late'))('title') }
}

export default async function LatePage() {
  const actor = await requireActor()
  const t = await getTranslations('late')
  const { count, rows, mayRedo } = await findLateEffects(actor)
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <h1 className="mb-1 text-xl font-bold tracking-tight">{t('title')}</h1>
      <p className="mb-5 max-w-prose text-sm text-quiet">{t('text')}</p>
      {rows.length > 0 ? <LateList rows={rows} count={count} mayRedo={mayRedo} /> : <p className="py-12 text-quiet">{t('none')}</p>}
    </div>
  )
}
