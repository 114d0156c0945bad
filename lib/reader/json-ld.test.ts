// What Google asks of a NewsArticle, a BreadcrumbList and an Organization: https://developers.google.com/search/docs/appearance/structured-data
import { describe, expect, test } from 'vitest'
import { articleLd, type ArticleView, organizationLd, type Site, trailLd } from './model'

const site: Site = { name: 'Bladet', tagline: 'Hela bilden', url: 'https://bladet.se', accent: '#c8102e', hasAbout: true, hasContact: true, timeZone: 'Europe/Stockholm', sections: [], flash: null, isPreview: false, now: new Date(), due: null }
const article: ArticleView = {
  id: '00000000-0000-7000-8000-000000000001', slug: 'en-rubrik', headline: 'En rubrik', standfirst: 'Ingress', label: 'nyhet', section: { name: 'Utrikes', slug: 'utrikes' },
  bylines: [{ name: 'Anna Ek', slug: 'anna-ek' }, { name: 'TT', slug: 'tt' }], tags: [{ name: 'Mosul', slug: 'mosul' }], publishedAt: new Date('2026-11-24T08:00:00Z'), changedAt: new Date('2026-11-24T09:00:00Z'),
  dateline: null, notes: [], leadImage: null, blocks: [], noindex: false, title: 'En rubrik', description: 'Ingress', shareText: '',
}
const absolute = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value)

describe('structured data', () => {
  test('of an article has every property that Google asks for, with absolute addresses and instants with a zone', () => {
    const ld = articleLd(article, site) as Record<string, never> & { author: { '@type': string; name: string; url: string }[]; image: { url: string; width: string }; datePublished: string; dateModified: string }
    expect(ld).toMatchObject({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'En rubrik', inLanguage: 'sv', articleSection: 'Utrikes', keywords: ['Mosul'], publisher: { name: 'Bladet', logo: 'https://bladet.se/favicon.svg' } })
    expect(ld.author.map(({ '@type': type, name, url }) => [type, name, absolute(url)])).toEqual([['Person', 'Anna Ek', true], ['Organization', 'TT', true]])
    expect([ld.datePublished, ld.dateModified]).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'])
    expect([absolute(ld.image.url), Number(ld.image.width) >= 696]).toEqual([true, true])
  })

  test('of the way to a page counts from the front, each step with a name and an address', () => {
    expect(trailLd([{ name: 'Utrikes', path: '/section/utrikes' }, { name: 'En rubrik', path: '/a/en-rubrik' }], site).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Bladet', item: 'https://bladet.se/' },
      { '@type': 'ListItem', position: 2, name: 'Utrikes', item: 'https://bladet.se/section/utrikes' },
      { '@type': 'ListItem', position: 3, name: 'En rubrik', item: 'https://bladet.se/a/en-rubrik' },
    ])
  })

  test('of the paper says who publishes it, and where to reach them', () => {
    expect(organizationLd(site)).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Bladet', url: 'https://bladet.se/', logo: 'https://bladet.se/favicon.svg', contactPoint: { url: 'https://bladet.se/kontakt' } })
    expect(organizationLd({ ...site, hasContact: false })).not.toHaveProperty('contactPoint')
  })

  test('the picture’s address changes with what stands in it', () => {
    const of = (more: Partial<ArticleView>) => (articleLd({ ...article, ...more }, site) as { image: { url: string } }).image.url
    expect(new Set([of({}), of({ headline: 'En rubrik!' }), of({ section: { name: 'Inrikes', slug: 'utrikes' } })]).size).toBe(3)
    expect(of({})).toBe(of({ standfirst: 'Annan' }))
  })
})
