import { getTranslations } from 'next-intl/server'
import { FlashForm } from '@/components/desk/front/flash-form'
import { FrontEditor } from '@/components/desk/front/front-editor'
import { TravelButton } from '@/components/desk/front/travel-button'
import { LinkTab } from '@/components/desk/links/link-tab'
import { requireActor } from '@/lib/auth/session'
import { can } from '@/lib/front-page/policy'
import { findFlash, getFrontPage } from '@/lib/front-page/queries'
import { findAutomatic } from '@/lib/reader/queries'
import { findSections } from '@/lib/tags/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('front'))('title') }
}

export default async function FrontDeskPage({ searchParams }: { searchParams: Promise<{ section?: string | string[] }> }) {
  const actor = await requireActor()
  const t = await getTranslations('front')
  const [{ section: slug }, sections] = await Promise.all([searchParams, findSections()])
  const section = sections.find((each) => each.slug === slug) ?? null
  const sectionId = section?.id ?? null
  const [page, automatic, flash] = await Promise.all([getFrontPage(actor, sectionId), findAutomatic(sectionId), findFlash()])
  const mayEdit = can(actor, 'edit')
  const path = section ? `/section/${section.slug}` : '/'
  const teasers = automatic.map(({ id, headline, section: { name } }) => ({ id, headline, section: name }))
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-xl font-bold tracking-tight">{t('title')}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <a href={path} className="inline-flex min-h-9 items-center px-2 text-sm font-semibold underline">{t('toSite')}</a>
          {can(actor, 'travel') && <TravelButton path={path} />}
        </div>
      </header>
      <nav aria-label={t('pages')} className="mb-5 flex flex-wrap gap-1 text-sm">
        <LinkTab href="/desk/front" isCurrent={!section}>{t('front')}</LinkTab>
        {sections.map(({ id, name, slug: address }) => <LinkTab key={id} href={`/desk/front?section=${address}`} isCurrent={id === sectionId}>{name}</LinkTab>)}
      </nav>
      <FrontEditor key={sectionId ?? 'front'} page={page} automatic={teasers} mayEdit={mayEdit}><FlashForm flash={flash} mayEdit={mayEdit} /></FrontEditor>
    </div>
  )
}
