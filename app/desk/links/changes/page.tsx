import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ChangeList } from '@/components/desk/links/change-list'
import { LinksHeader } from '@/components/desk/links/links-header'
import { requireActor } from '@/lib/auth/session'
import { can } from '@/lib/related-links/policy'
import { findChanges } from '@/lib/related-links/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('links'))('changes') }
}

export default async function LinkChangesPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const actor = await requireActor()
  const t = await getTranslations('links')
  const { before } = await searchParams
  const { rows, next } = await findChanges(actor, { before: typeof before === 'string' ? before : undefined })
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <LinksHeader current="changes" />
      {rows.length > 0 ? <ChangeList rows={rows} mayUndo={can(actor, 'change')} /> : <p className="max-w-prose py-12 text-quiet">{t('noChanges')}</p>}
      {next && <p className="mt-4"><Link className="font-semibold underline" href={`/desk/links/changes?before=${encodeURIComponent(next)}`}>{t('older')}</Link></p>}
    </div>
  )
}
