import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { AuditList } from '@/components/admin/audit-list'
import { findAuditRows } from '@/lib/audit/queries'
import { requireAdmin } from '@/lib/auth/session'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('audit') }
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  await requireAdmin()
  const t = await getTranslations('audit')
  const { before } = await searchParams
  const { rows, next } = await findAuditRows({ before: typeof before === 'string' ? before : undefined })
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <h1 className="mb-4 text-xl font-bold tracking-tight">{t('title')}</h1>
      {rows.length > 0 ? <AuditList rows={rows} /> : <p className="py-12 text-quiet">{t('none')}</p>}
      {next && <p className="mt-4"><Link className="font-semibold underline" href={`/admin/audit?before=${encodeURIComponent(next)}`}>{t('older')}</Link></p>}
    </div>
  )
}
