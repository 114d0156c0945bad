import type { ReactNode } from 'react'
import { escapedJson, PICTURE_SIZE, type Site } from '@/lib/reader/model'
import { accentStyle } from '@/lib/settings/model'
import { Flash } from './flash'
import { Footer } from './footer'
import { PRELOADED_FONTS } from './fonts.generated'
import { Masthead } from './masthead'
import { STYLES } from './render'
import { CLICKS_SCRIPT, EMBEDS_SCRIPT, ICONS } from './script.generated'

export type Head = {
  title: string
  description?: string
  /** the page's own address on the site; without one it has no canonical address, and search engines are asked to leave it */
  path?: string
  noindex?: boolean
  /** what is shared in other places than search results, and the article's own properties */
  share?: { title: string; description: string; picture?: string; pictureAlt?: string; properties: [name: string, value: string][] }
  jsonLd?: readonly object[]
  /** a list with feeds of its own, below this address */
  feed?: { title: string; path: string }
}
/** `clicksOf`: the live article whose followed LÄS OCKSÅ are counted; `hasFilms`: players of other sites, once they are pressed */
type Props = { head: Head; site: Site; isFront?: boolean; clicksOf?: string; hasFilms?: boolean; current?: string; strip?: ReactNode; children: ReactNode }

/** A reader's page: the head, masthead, the page itself and the footer. */
export function Document({ head, site, isFront = false, clicksOf, hasFilms = false, current, strip, children }: Props) {
  return (
    <html lang="sv">
      <PageHead head={head} site={site} />
      <body>
        <a className="skip" href="#innehall">Till innehållet</a>
        {strip}
        <Flash site={site} />
        <Masthead site={site} isFront={isFront} current={current} />
        <main id="innehall" tabIndex={-1}>{children}</main>
        <Footer site={site} />
        {clicksOf && <script defer src={CLICKS_SCRIPT} data-article={clicksOf} />}
        {hasFilms && <script defer src={EMBEDS_SCRIPT} />}
      </body>
    </html>
  )
}

function PageHead({ head, site }: { head: Head; site: Site }) {
  const { title, description, path, noindex = !path, jsonLd } = head
  const accent = accentStyle(site.accent)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      {path && <link rel="canonical" href={site.url + path} />}
      {PRELOADED_FONTS.map((href) => <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />)}
      <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      {accent && <style dangerouslySetInnerHTML={{ __html: accent }} />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {path === '/' && <><link rel="manifest" href="/manifest.webmanifest" /><link rel="apple-touch-icon" href={ICONS[180]} /></>}
      <Feeds title={site.name} at={site.url} />
      {head.feed && <Feeds title={head.feed.title} at={site.url + head.feed.path} />}
      <meta name="theme-color" content="#fffdf9" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#131211" media="(prefers-color-scheme: dark)" />
      {path && <OpenGraph head={head} site={site} path={path} />}
      {jsonLd?.map((thing, i) => <script key={i} type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapedJson(thing) }} />)}
    </head>
  )
}

const FEEDS = [['application/rss+xml', 'feed.xml'], ['application/atom+xml', 'atom.xml'], ['application/feed+json', 'feed.json']] as const
const Feeds = ({ title, at }: { title: string; at: string }) => FEEDS.map(([type, name]) => <link key={name} rel="alternate" type={type} title={title} href={`${at}/${name}`} />)

const pictureProperties = (url: string, alt: string): [string, string][] => [
  ['og:image', url], ['og:image:type', url.endsWith('.jpg') ? 'image/jpeg' : 'image/png'], ['og:image:width', String(PICTURE_SIZE.width)], ['og:image:height', String(PICTURE_SIZE.height)], ['og:image:alt', alt],
]

/** What stands in other places than search results: an article's own words, or the page's. */
function sharedOf({ title, description = '', share }: Head, site: Site): [string, string][] {
  if (!share) return [['og:type', 'website'], ['og:title', title], ['og:description', description]]
  const picture = share.picture ? pictureProperties(site.url + share.picture, share.pictureAlt || share.title) : []
  return [['og:type', 'article'], ['og:title', share.title], ['og:description', share.description], ...picture, ...share.properties]
}

function OpenGraph({ head, site, path }: { head: Head; site: Site; path: string }) {
  const properties: [string, string][] = [['og:site_name', site.name], ['og:locale', 'sv_SE'], ['og:url', site.url + path], ...sharedOf(head, site)]
  return (
    <>
      {properties.filter(([, content]) => content).map(([property, content]) => <meta key={property + content} property={property} content={content} />)}
      <meta name="twitter:card" content={head.share?.picture ? 'summary_large_image' : 'summary'} />
    </>
  )
}
