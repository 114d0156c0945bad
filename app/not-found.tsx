import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <main className="mx-auto max-w-prose px-5 py-20">
      <h1 className="mb-2 text-xl font-bold tracking-tight">{t('notFound')}</h1>
      <p className="mb-6 text-quiet">{t('notFoundText')}</p>
      <Link href="/desk" className="font-semibold underline">{t('toArticles')}</Link>
    </main>
  )
}
