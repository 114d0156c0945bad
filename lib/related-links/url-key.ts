import type { SiteKnowledge } from './model'
import { isTracking, SOURCE_NAMES } from './parameters'
import { layersOf } from './wrappers'

const ZERO_WIDTH = /[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** An http(s) address as a person may have pasted it; null when it is none, or carries user info. */
export function parseAddress(text: string): URL | null {
  const clean = text.replace(ZERO_WIDTH, '').trim().replace(/^<(.*)>$/s, '$1').replace(/&(?:amp;)+/g, '&').trim()
  if (!clean) return null
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(clean)
  const address = hasScheme ? clean : `https://${clean.replace(/^\/\//, '')}`
  return URL.canParse(address) ? webOnly(new URL(address)) : null
}

function webOnly(url: URL): URL | null {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && !url.username && !url.password && /[^.]/.test(url.hostname) ? url : null
}

/** True for an address that a link may have: http(s), no user info. */
export function isSafeHref(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim()) && parseAddress(text) !== null
}

export type UrlKeys = { articleId: string | null; key: string; weak: string; /** ref, source, from and via, which the weak key leaves out */ sources: ReadonlyMap<string, string> }

/** What an address is compared by: the own article that it leads to, or its key and weak key; null when it is refused. */
export function urlKeys(text: string, site?: Pick<SiteKnowledge, 'hosts' | 'articleAt'>): UrlKeys | null {
  const given = parseAddress(text)
  if (!given) return null
  const layers = layersOf(given, parseAddress)
  const articleId = site ? layers.map((url) => ownPathOf(url, site.hosts)).flatMap((path) => (path === null ? [] : (site.articleAt(path) ?? [])))[0] : null
  if (articleId) return fixed(`article:${articleId}`, articleId)
  const url = layers.at(-1)!
  const host = cleanHost(url)
  const path = cleanPath(url.pathname)
  return knownThing(host, path, url) ?? keysOf(host, path, url)
}

const fixed = (key: string, articleId: string | null): UrlKeys => ({ articleId, key, weak: key, sources: new Map() })

function keysOf(host: string, path: string, url: URL): UrlKeys {
  const query = parametersOf(url.search).filter(({ name }) => !isTracking(name, host))
  const fragment = /^#[!/]/.test(url.hash) ? settleEncoding(url.hash) : ''
  const weakQuery = query.filter((parameter) => !SOURCE_NAMES.includes(parameter.name) && !isAmp(parameter))
  const sources = Map.groupBy(query.filter(({ name }) => SOURCE_NAMES.includes(name)), ({ name }) => name)
  return {
    articleId: null,
    key: `${host}${path}${queryText(query)}${fragment}`,
    weak: `${weakHost(host)}${weakPath(path)}${queryText(weakQuery)}${fragment}`,
    sources: new Map([...sources].map(([name, given]) => [name, queryText(given)])),
  }
}

/** The path of an address of this site, also of one inside a redirector; null for other addresses. */
export function ownPath(text: string, hosts: readonly string[]): string | null {
  const url = parseAddress(text)
  return url && (layersOf(url, parseAddress).map((layer) => ownPathOf(layer, hosts)).find((path) => path !== null) ?? null)
}

function ownPathOf(url: URL, hosts: readonly string[]): string | null {
  const host = cleanHost(url)
  return hosts.some((own) => bareHost(own.toLowerCase()) === host) ? cleanPath(url.pathname) || '/' : null
}

/** As http = https, the default port of both is none. */
function cleanHost(url: URL): string {
  const name = bareHost(url.hostname)
  return url.port && url.port !== '443' && url.port !== '80' ? `${name}:${url.port}` : name
}

/** Without `www.` and the root's dot; `www.se` is a name of its own. */
function bareHost(host: string): string {
  let end = host.length
  while (host[end - 1] === '.') end -= 1
  return host.slice(0, end).replace(/^(?:www\.)+(?=[^.]+\.)/, '')
}

/** YouTube and X name a thing by its id alone. */
function knownThing(host: string, path: string, url: URL): UrlKeys | null {
  const video = youtubeId(host, path, url)
  if (video) return fixed(`youtube.com/watch?v=${video}`, null)
  const status = /^((mobile|m)\.)?(twitter|x)\.com$/.test(host) ? /\/status(?:es)?\/(\d+)(?:\/|$)/.exec(path)?.[1] : null
  return status ? fixed(`x.com/i/status/${status}`, null) : null
}

function youtubeId(host: string, path: string, url: URL): string | null {
  if (host === 'youtu.be') return /^\/([\w-]+)$/.exec(path)?.[1] ?? null
  if (!/(^|\.)(youtube\.com|youtube-nocookie\.com)$/.test(host)) return null
  if (path === '/watch') return url.searchParams.getAll('v').find((id) => /^[\w-]+$/.test(id)) ?? null
  // Players of a list or of a channel's stream say what they show by their parameters.
  return /^\/(?:embed|shorts|live|v)\/(?!videoseries|live_stream)([\w-]+)$/.exec(path)?.[1] ?? null
}

/** Percent-encoding settled, slashes collapsed, a last slash and index file dropped; case kept. */
function cleanPath(path: string): string {
  let clean = settleEncoding(path).replace(/\/{2,}/g, '/')
  for (let before = ''; before !== clean; ) {
    before = clean
    clean = clean.replace(/\/(?:index\.(?:html?|php))?$/, '')
  }
  return clean
}

const LETTERS = /(?:%[89a-f][0-9a-f])+/gi
const UNRESERVED = /[A-Za-z0-9\-._~]/

/** Unreserved characters decoded, hex in upper case, letters to NFC; bytes that are no UTF-8 stay as they are. */
function settleEncoding(text: string): string {
  const ascii = text.replace(/%[0-9a-f]{2}/gi, (hex) => {
    const char = String.fromCharCode(parseInt(hex.slice(1), 16))
    return UNRESERVED.test(char) ? char : hex.toUpperCase()
  })
  return ascii.replace(LETTERS, (run) => decoded(run) ?? run).replace(/[A-Za-z]?[^\x00-\x7f]+/g, (run) => encode(run.normalize('NFC')))
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

// A lone surrogate has no encoding.
const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

/** A parameter: decoded for the lists, encoded in one way for the key. */
type Parameter = { name: string; value: string; key: string; text: string }

function parametersOf(search: string): Parameter[] {
  return search.slice(1).split('&').filter(Boolean).map((pair) => {
    const [name = '', ...rest] = pair.replaceAll('+', '%20').split('=')
    const value = rest.join('=')
    return { name: formText(name), value: formText(value), key: formKey(name), text: `${formKey(name)}=${formKey(value)}` }
  })
}

const escaped = (text: string): string => text.replace(/%(?![0-9a-f]{2})/gi, '%25')
const formText = (text: string): string => decoded(escaped(text))?.normalize('NFC') ?? text
/** Old sites send bytes that are no UTF-8: those must not all become one. */
const formKey = (text: string): string => {
  const plain = decoded(escaped(text))
  return plain === null ? settleEncoding(escaped(text)) : encode(plain.normalize('NFC'))
}

/** Sorted by name, the order kept among equals. */
function queryText(parameters: readonly Parameter[]): string {
  const sorted = parameters.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return sorted.length > 0 ? `?${sorted.map(({ text }) => text).join('&')}` : ''
}

const isAmp = ({ name, value }: Parameter): boolean => (name === 'amp' && value === '1') || (name === 'outputType' && value === 'amp')
const weakHost = (host: string): string => bareHost(host.replace(/^(?:m|mobil|mobile|touch|amp)\.(?=[^.]+\.)/, ''))

const lowerCased = (run: string): string => {
  const plain = decoded(run)
  return plain === null ? run : encode(plain.toLowerCase())
}

function weakPath(path: string): string {
  const lower = path.replace(LETTERS, (run) => lowerCased(run)).toLowerCase()
  return cleanPath(lower.replace(/^\/amp(?=\/)/, '').replace(/\/amp$/, '').replace(/\.amp(?:\.html)?$/, ''))
}
