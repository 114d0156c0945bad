import { titleKey, urlKey, weakUrlKey } from '@/lib/related-links/model'
import type { Chance } from './chance'
import type { Language } from './language'

export type Target = {
  id: string
  kind: 'article' | 'url' | 'title'
  /** the place of its article in the archive */
  article: number | null
  url: string | null
  title: string | null
  urlKey: string | null
  weakUrlKey: string | null
  titleKey: string | null
  createdAt: Date
  mergedInto: string | null
}

const SHARE = { article: 0.15, url: 0.65 }
const MERGED = 0.02
const VARIANT = 0.35
const HOSTS = ['aftonbladet.se', 'dn.se', 'svt.se', 'sverigesradio.se', 'expressen.se', 'gp.se', 'sydsvenskan.se', 'bbc.co.uk', 'nytimes.com', 'regeringen.se', 'riksdagen.se', 'wikipedia.org', 'reuters.com', 'theguardian.com', 'yle.fi']

/** What links lead to, first to last made: articles, addresses (a third of them as other spellings of earlier ones) and titles that nothing has. */
export function makeTargets(chance: Chance, language: Language, { count, articles, from, to }: { count: number; articles: number; from: Date; to: Date }): Target[] {
  const linked = chance.shuffle(Array.from({ length: articles }, (_, i) => i)).slice(0, Math.floor(count * SHARE.article))
  const pages: string[] = []
  const given = new Set<string>()
  const targets = Array.from({ length: count }, (_, i): Target => {
    const createdAt = new Date(from.getTime() + ((to.getTime() - from.getTime()) * i) / count)
    const none = { id: chance.uuid(createdAt), article: null, url: null, title: null, urlKey: null, weakUrlKey: null, titleKey: null, createdAt, mergedInto: null }
    const dice = chance.next()
    if (dice < SHARE.article && linked.length > 0) return { ...none, kind: 'article', article: linked.pop()! }
    const text = dice < SHARE.article + SHARE.url ? once(given, () => address(chance, language, pages)) : once(given, () => language.headline())
    return text.startsWith('http') ? { ...none, kind: 'url', url: text, urlKey: urlKey(text), weakUrlKey: weakUrlKey(text) } : { ...none, kind: 'title', title: text, titleKey: titleKey(text) }
  })
  const survivors = new Set<string>()
  for (const target of targets.filter(() => chance.is(MERGED))) {
    const into = chance.pick(targets)
    // survivors are never merged themselves
    if (into.mergedInto === null && into !== target && !survivors.has(target.id)) {
      target.mergedInto = into.id
      survivors.add(into.id)
    }
  }
  return targets
}

/** One text for each target: a second of the same gets a number. */
function once(given: Set<string>, make: () => string): string {
  let text = make()
  for (let n = 2; given.has(text); n += 1) text = n < 4 ? make() : `${text} ${n}`.replace(/^(http\S+) (\d+)$/, '$1$2')
  given.add(text)
  return text
}

function address(chance: Chance, language: Language, pages: string[]): string {
  if (pages.length > 100 && chance.is(VARIANT)) return spelled(chance, chance.pick(pages))
  const words = Array.from({ length: chance.between(2, 6) }, () => chance.zipf(language.words)).join('-').normalize('NFD').replace(/\p{M}/gu, '')
  const page = `https://${chance.is(0.6) ? 'www.' : ''}${chance.zipf(HOSTS)}/${chance.zipf(language.words)}/${words}-${chance.below(1e6)}${chance.is(0.3) ? '/' : ''}${chance.is(0.1) ? `?id=${chance.below(9999)}` : ''}`
  pages.push(page)
  return page
}

function spelled(chance: Chance, page: string): string {
  const join = page.includes('?') ? '&' : '?'
  return chance.pick([
    () => `${page}${join}utm_source=${chance.pick(['twitter', 'facebook', 'nyhetsbrev'])}&utm_campaign=${chance.below(1_000)}`,
    () => page.replace('https://', 'http://'),
    () => page.replace('www.', ''),
    () => page.replace(/^https:\/\/(?:www\.)?/, 'https://m.'),
    () => `${page}${join}fbclid=IwAR${chance.below(1e9).toString(36)}`,
    () => `${page}#kommentarer`,
  ])()
}
