import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { z } from 'zod'
import { NewTag } from '@/components/admin/new-tag'
import { TagList } from '@/components/admin/tag-list'
import { requireAdmin } from '@/lib/auth/session'
import { findTags } from '@/lib/tags/queries'
import { NAME_LENGTH, TAG_KINDS } from '@/lib/tags/schema'

const filterSchema = z.object({ kind: z.enum(TAG_KINDS).catch('topic').default('topic'), q: z.string().max(NAME_LENGTH).catch('').default('') })

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('tags') }
}

export default async function TagsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireAdmin()
  const { kind, q } = filterSchema.parse(await searchParams)
  const [t, shell, tags] = await Promise.all([getTranslations('admin'), getTranslations('shell'), findTags(kind, q)])
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <header className="mb-4 flex items-center justify-between gap-4">
        <h1 className="text-xl font-bold tracking-tight">{shell('tags')}</h1>
        <NewTag kind={kind} />
      </header>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <nav aria-label={t('kinds')} className="flex gap-1 text-sm">
          {TAG_KINDS.map((each) => (
            <Link key={each} href={`/admin/tags?kind=${each}`} aria-current={each === kind ? 'page' : undefined} className="rounded-md px-3 py-2 text-quiet hover:bg-hover aria-[current]:bg-chosen aria-[current]:font-semibold aria-[current]:text-ink">{t(each === 'topic' ? 'topics' : 'sections')}</Link>
          ))}
        </nav>
        <form role="search" action="/admin/tags" className="flex items-end gap-2">
          <input type="hidden" name="kind" value={kind} />
          <label className="flex flex-col gap-1 text-[0.8125rem] font-semibold">{t('searchTags')}<input name="q" defaultValue={q} maxLength={NAME_LENGTH} className="min-h-10 rounded-md border border-field-line bg-surface px-3 text-[0.9375rem] font-normal" /></label>
          <button type="submit" className="min-h-10 rounded-md border border-field-line bg-surface px-3 text-sm font-semibold hover:bg-hover">{t('search')}</button>
        </form>
      </div>
      {tags.length > 0 ? <TagList tags={tags} /> : <p className="max-w-prose py-12 text-quiet">{t(q ? 'noTagFound' : 'noTags')}</p>}
    </div>
  )
}
