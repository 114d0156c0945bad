import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { addressOf } from '@/components/desk/links/filter-address'
import { LinkFilters } from '@/components/desk/links/link-filters'
import { LinkList } from '@/components/desk/links/link-list'
import { LinksHeader } from '@/components/desk/links/links-header'
import { requireActor } from '@/lib/auth/session'
import { can } from '@/lib/related-links/policy'
import { COUNTED, findDeskTargets } from '@/lib/related-links/queries'
import { linksFilterSchema } from '@/lib/related-links/schema'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('links'))('title') }
}

export default async function LinksPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const t = await getTranslations('links')
  const filter = linksFilterSchema.parse(await searchParams)
  const [{ rows, next, isCut }, { overusedIn, overusedDays }] = await Promise.all([findDeskTargets(actor, filter), getSettings()])
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <LinksHeader current="targets" />
      <LinkFilters filter={filter} overusedIn={overusedIn} overusedDays={overusedDays} />
      <div className="mt-4">
        {rows.length > 0
          ? <LinkList rows={rows} filter={filter} counted={COUNTED} mayChange={can(actor, 'change')} />
          : <p className="max-w-prose py-12 text-quiet">{t(filter.q ? 'noneFound' : `none.${filter.show}`)}</p>}
      </div>
      {isCut && <p className="mt-4 max-w-prose text-sm text-quiet">{t('isCut')}</p>}
      {next && <p className="mt-4"><Link className="font-semibold underline" href={addressOf({ ...filter, before: next })}>{t('further')}</Link></p>}
    </div>
  )
}
