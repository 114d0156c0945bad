import type { SiteKnowledge } from './model'
import { isTracking, SOURCE_NAMES } from './parameters'
import { unwrap } from './wrappers'

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
const UNRESERVED = /[A-Za-z0-9\-._~]/

/** An http(s) address as a person may have pasted it; null when it is none, or carries user info. */
export function parseAddress(text: string): URL | null {
  const clean = text.replace(ZERO_WIDTH, '').trim().replace(/^<(.*)>$/s, '$1').replaceAll('&amp;', '&').trim()
  if (!clean || /\s/.test(clean)) return null
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(clean)
  const address = hasScheme ? clean : `https://${clean.replace(/^\/\//, '')}`
  return URL.canParse(address) ? webOnly(new URL(address)) : null
}

function webOnly(url: URL): URL | null {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && !url.username && !url.password && url.hostname ? url : null
}

/** True for an address that a link may have: http(s), no user info. */
export function isSafeHref(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && parseAddress(text) !== null
}

export type UrlKeys = { articleId: string | null; key: string; weak: string; /** ref, source, from and via, which the weak key leaves out */ sources: ReadonlyMap<string, string> }

/** What an address is compared by: the own article that it leads to, or its key and weak key; null when it is refused. */
export function urlKeys(text: string, site?: Pick<SiteKnowledge, 'hosts' | 'articleAt'>): UrlKeys | null {
  const parsed = parseAddress(text)
  if (!parsed) return null
  const url = unwrap(parsed)
  const articleId = ownArticle(parsed, site) ?? ownArticle(url, site)
  if (articleId) return { articleId, key: `article:${articleId}`, weak: `article:${articleId}`, sources: new Map() }
  const host = cleanHost(url)
  const known = knownId(host, url)
  if (known) return { articleId: null, key: known, weak: known, sources: new Map() }
  const query = [...url.searchParams].filter(([name]) => !isTracking(name, host))
  const path = cleanPath(url.pathname)
  const fragment = /^#(!|\/)/.test(url.hash) ? url.hash : ''
  const key = `${host}${path}${queryText(query)}${fragment}`
  const weakQuery = query.filter(([name, value]) => !SOURCE_NAMES.includes(name) && !isAmpParameter(name, value))
  const weak = `${weakHost(host)}${weakPath(path)}${queryText(weakQuery)}${fragment}`
  return { articleId: null, key, weak, sources: new Map(query.filter(([name]) => SOURCE_NAMES.includes(name))) }
}

function ownArticle(url: URL, site?: Pick<SiteKnowledge, 'hosts' | 'articleAt'>): string | null {
  if (!site) return null
  const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '')
  return site.hosts.some((host) => bare(host) === bare(url.host)) ? site.articleAt(cleanPath(url.pathname) || '/') : null
}

function cleanHost(url: URL): string {
  const name = url.hostname.replace(/\.$/, '').replace(/^www\./, '')
  return url.port ? `${name}:${url.port}` : name
}

/** YouTube and X name a thing by its id alone. */
function knownId(host: string, url: URL): string | null {
  if (/(^|\.)(youtube\.com|youtube-nocookie\.com)$/.test(host)) {
    const id = url.pathname === '/watch' ? url.searchParams.get('v') : /^\/(?:embed|shorts|live|v)\/([\w-]{6,})/.exec(url.pathname)?.[1]
    return id ? `youtube:${id}` : null
  }
  if (host === 'youtu.be') return /^\/([\w-]{6,})/.test(url.pathname) ? `youtube:${url.pathname.slice(1).split('/')[0]}` : null
  if (!/^((mobile|m)\.)?(twitter|x)\.com$/.test(host)) return null
  const status = /\/status(?:es)?\/(\d+)/.exec(url.pathname)?.[1]
  return status ? `x:${status}` : null
}

/** Percent-encoding settled (unreserved decoded, hex upper case, NFC), slashes collapsed, a last slash and index file dropped; case kept. */
function cleanPath(path: string): string {
  const settled = settleEncoding(path).replace(/\/{2,}/g, '/')
  return settled.replace(/\/index\.(html?|php)$/i, '/').replace(/\/$/, '')
}

function settleEncoding(text: string): string {
  const composed = safeDecode(text)
  return composed.replace(/%[0-9a-f]{2}/gi, (hex) => {
    const char = String.fromCharCode(parseInt(hex.slice(1), 16))
    return UNRESERVED.test(char) ? char : hex.toUpperCase()
  })
}

/** Non-ASCII text to NFC and back to percent-encoding; bytes that are no UTF-8 stay as they are. */
function safeDecode(text: string): string {
  return text.replace(/(?:%[89a-f][0-9a-f])+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  }).replace(/[A-Za-z]?[^\x00-\x7f]+/g, (run) => encodeURIComponent(run.normalize('NFC')))
}

function queryText(pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return ''
  const sorted = pairs.map(([name, value], i) => ({ name: name.normalize('NFC'), value: value.normalize('NFC'), i }))
  sorted.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.i - b.i))
  return `?${sorted.map(({ name, value }) => `${encode(name)}=${encode(value)}`).join('&')}`
}

// A lone surrogate has no encoding.
const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

const isAmpParameter = (name: string, value: string): boolean => (name === 'amp' && /^(1|true)?$/.test(value)) || (name === 'outputType' && value === 'amp')
const weakHost = (host: string): string => host.replace(/^(m|mobil|mobile|touch|amp)\.(?=[^.]+\.)/, '')
const weakPath = (path: string): string => {
  const lower = path.toLowerCase()
  return lower.replace(/^\/amp(?=\/)/, '').replace(/\/amp$/, '').replace(/\.amp(\.html)?$/, '')
}
