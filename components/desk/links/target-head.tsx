'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import type { DeskTarget } from '@/lib/related-links/queries'
import { When } from '../when'
import { TargetMark } from './target-mark'
import { TargetMenu } from './target-menu'
import { useTargetName } from './target-name'

/** One target: what it leads to, what is counted of it, and what can be done. */
export function TargetHead({ target, counted, mayChange }: { target: DeskTarget; counted: number; mayChange: boolean }) {
  const t = useTranslations('links')
  const name = useTargetName()(target)
  const { kind, url, articleId, articles, live, clicks, lastUsedAt } = target
  return (
    <header>
      <p className="text-sm"><Link href="/desk/links" className="text-quiet hover:text-ink hover:underline">{t('title')}</Link></p>
      <div className="mt-1 flex items-start justify-between gap-x-4 gap-y-2 max-sm:has-[a]:flex-wrap">
        <h1 className={`min-w-0 flex-1 text-xl font-bold tracking-tight wrap-anywhere ${kind === 'title' ? 'italic' : ''}`}>{name}</h1>
        <div className="flex shrink-0 items-center gap-2">
          {articleId && <LinkButton href={`/desk/articles/${articleId}`}>{t('openArticle')}</LinkButton>}
          {url && <LinkButton href={url} target="_blank" rel="noopener noreferrer">{t('openAddress')}</LinkButton>}
          <TargetMenu target={target} mayChange={mayChange} />
        </div>
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <TargetMark target={target} />
        <span>{t('inArticles', { count: articles })}, {live >= counted ? `${counted}+` : t('ofThemLive', { count: live })}</span>
        <span className="text-quiet">{t('clicksOf', { count: clicks })}</span>
        {lastUsedAt && <span className="text-quiet">{t('lastUsed')} <When at={lastUsedAt} look="short" /></span>}
      </p>
      {target.redirectedTo && <p className="mt-2 max-w-prose text-sm break-all text-plan">{t('movedTo', { url: target.redirectedTo })}</p>}
      {target.hasTwin && <p className="mt-2 max-w-prose text-sm text-plan">{t('twinText')} <Link className="font-semibold underline" href={`/desk/links?show=duplicated&q=${encodeURIComponent(queryOf(target))}`}>{t('showTwins')}</Link></p>}
      {target.titlesDiffer && <p className="mt-2 max-w-prose text-sm text-plan">{t('titlesDifferText')}</p>}
    </header>
  )
}

/** Words that the others have too: an address without its parameters. */
const queryOf = ({ kind, url, title }: DeskTarget): string => (kind === 'url' ? url!.replace(/^https?:\/\/(www\.)?/, '').replace(/[?#].*$/, '') : (title ?? '')).slice(0, 200)
