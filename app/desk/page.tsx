import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ArticleList } from '@/components/desk/article-list'
import { ListFilters } from '@/components/desk/list-filters'
import { NewArticleButton } from '@/components/desk/new-article-button'
import { findArticles } from '@/lib/articles/queries'
import { type ListFilter, listFilterSchema } from '@/lib/articles/schema'
import { requireActor } from '@/lib/auth/session'
import { findSections, findTagName } from '@/lib/tags/queries'
import { findUserName } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('articles') }
}

export default async function DeskPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const t = await getTranslations('desk')
  const filter = listFilterSchema.parse(await searchParams)
  const { section, tag, author, ...rest } = filter
  const [{ rows, next }, sections, tagName, authorName] = await Promise.all([
    findArticles(actor, { ...rest, sectionId: section, tagId: tag, author }),
    findSections(),
    tag ? findTagName(tag) : null,
    author && author !== 'me' ? findUserName(author) : null,
  ])
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <header className="mb-4 flex items-center justify-between gap-4">
        <h1 className="text-xl font-bold tracking-tight">{t('articles')}</h1>
        <NewArticleButton />
      </header>
      <ListFilters filter={filter} sections={sections} tagName={tagName} authorName={authorName} />
      <div className="mt-4">
        {rows.length > 0 ? <ArticleList rows={rows} /> : <p className="max-w-prose py-12 text-quiet">{t(isFiltered ? 'noneFound' : 'none')}{isFiltered && <> <Link href="/desk" className="font-semibold text-ink underline">{t('clearFilters')}</Link></>}</p>}
      </div>
      {next && <p className="mt-4"><Link className="font-semibold underline" href={addressOf({ ...filter, before: next })}>{t('older')}</Link></p>}
    </div>
  )
}

const addressOf = (filter: ListFilter): string => `/desk?${new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])))}`
