// A film of another site: which one an address means, and where its page and its player are.
import { parseAddress } from '@/lib/related-links/model'
import { LINK_LIMITS } from '@/lib/related-links/schema'
import { type Embed, embedSchema, LIMITS } from './schema'

export type Film = Omit<Embed['attrs'], 'title'>

/** What people call them, and from where their players come. */
export const PROVIDERS = {
  youtube: { name: 'YouTube', players: 'https://www.youtube-nocookie.com' },
  vimeo: { name: 'Vimeo', players: 'https://player.vimeo.com' },
} as const

const WATCH = /^(?:m\.|music\.)?youtube\.com\/watch$/
const YOUTUBE = /^(?:youtu\.be|(?:m\.|music\.)?youtube\.com\/(?:embed|shorts|live|v)|youtube-nocookie\.com\/embed)\/([^/]+)$/
/** A film that is on no list has a second part, without which it is not shown. */
const VIMEO = /^(?:player\.vimeo\.com\/video|vimeo\.com(?:\/channels\/[^/]+|\/groups\/[^/]+\/videos|\/showcase\/\d+\/video)?)\/(\d+)(?:\/([^/]+))?$/
const CODE = /<iframe\s[^>]*?\bsrc=["']([^"']+)/i

/** The film that an address, or the code of a player, leads to; null for what is neither YouTube's nor Vimeo's. Never throws. */
export function embedOf(text: string): Film | null {
  const url = text.length > LINK_LIMITS.address ? null : parseAddress(CODE.exec(text)?.[1] ?? text)
  const named = url && !url.port ? filmAt(url) : null
  const attrs = url && named && embedSchema.shape.attrs.safeParse({ ...named, start: startOf(url), title: '-' }).data
  return attrs ? { provider: attrs.provider, video: attrs.video, start: attrs.start } : null
}

function filmAt({ hostname, pathname, searchParams }: URL): Record<'provider' | 'video', string> | null {
  const place = hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '')
  const video = WATCH.test(place) ? searchParams.get('v') : YOUTUBE.exec(place)?.[1]
  if (video) return { provider: 'youtube', video }
  const [, id, part = searchParams.get('h')] = VIMEO.exec(place) ?? []
  return id ? { provider: 'vimeo', video: part ? `${id}/${part}` : id } : null
}

/** Where it is to begin, as both write it: `90`, `90s`, `1m30s`, `1h2m3s`. */
function startOf({ searchParams, hash }: URL): number {
  const given = searchParams.get('t') ?? searchParams.get('start') ?? new URLSearchParams(hash.slice(1)).get('t') ?? ''
  const [, hours, minutes, seconds] = /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s?)?$/.exec(given) ?? []
  const start = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return start > LIMITS.embedStart ? 0 : start
}

/** The film's own page at its provider. */
export function embedPage({ provider, video, start }: Film): string {
  if (provider === 'youtube') return `https://www.youtube.com/watch?v=${video}${start ? `&t=${start}s` : ''}`
  return `https://vimeo.com/${video}${start ? `#t=${start}s` : ''}`
}

/** The player, which begins by itself: it is asked for by a press. It leaves no cookies as far as its provider says. */
export function embedPlayer({ provider, video, start }: Film): string {
  const { players } = PROVIDERS[provider]
  if (provider === 'youtube') return `${players}/embed/${video}?autoplay=1${start ? `&start=${start}` : ''}`
  const [id, part] = video.split('/')
  return `${players}/video/${id}?${part ? `h=${part}&` : ''}dnt=1&autoplay=1${start ? `#t=${start}s` : ''}`
}

/** The film in a line of words. */
export const embedLine = ({ title, ...film }: Embed['attrs']): string => `Video: ${title} (${embedPage(film)})`
