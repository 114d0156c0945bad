// One page cache, in front of Next in the same process (promise 8, docs/decisions/0018): what readers' routes answer is kept
// packed until what it depends on is overtaken or the next planned instant comes.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/platform/log'
import type { PageState } from '@/lib/platform/page-state'
import { Turns } from '@/lib/platform/turns'
import { type Asked, askedOf } from './asked'
import { capture, type Render } from './capture'
import { chooseEncoding } from './encoding'
import { keyOf } from './key'
import { Overtaken } from './overtaken'
import { type Page, pageOf, variantFor } from './page'
import { sendPage } from './send'
import { type Entry, PageStore } from './store'

/** Rendered at the same time; others wait for their turn. */
const RENDERINGS = 16
/** ms that a reader waits for a new page while there is an old one */
const PATIENCE = 1_500
/** ms between tries of a page while the database is away */
const RETRY = 1_000

export type FrontOptions = {
  render: Render
  /** the host that pages are rendered for; no client's */
  host: string
  /** bytes of memory for pages */
  limit: number
  /** ms that an old page is shown for while the database is away */
  keptFor: number
  /** pages say to a cache in front what they depend on */
  speaksSurrogate: boolean
}

/** Answers readers' requests from memory, and from Next what is not there; told of changes, it forgets. */
export class PageFront {
  private readonly options: FrontOptions
  private readonly store: PageStore
  private readonly overtaken = new Overtaken()
  private readonly flights = new Map<string, { began: number; page: Promise<Page> }>()
  private readonly failedAt = new Map<string, number>()
  private readonly turns = new Turns(RENDERINGS)
  /** monotonic ms at which word of changes was lost; null while they are heard of */
  private deafSince: number | null = 0
  private oldPagesSince: Date | null = null

  constructor(options: FrontOptions) {
    this.options = options
    this.store = new PageStore(options.limit)
  }

  get state(): PageState {
    const { entries, bytes } = this.store.size
    return { pages: entries, bytes, listening: this.deafSince === null, oldPagesSince: this.oldPagesSince }
  }

  /** Answers at once what is remembered under just this address; false when it is not. */
  answerKnown(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const entry = this.store.get(request.url!)
    if (!entry || !this.holds(entry)) return false
    const asked = askedOf(request)
    return !asked.isUpgrade && this.send(entry.key, entry.page, request, response, asked)
  }

  /** Answers a readers' page; false when the request is for something else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = request.method === 'GET' || request.method === 'HEAD' ? keyOf(request.url!) : null
    if (key === null) return false
    const entry = this.store.get(key)
    const asked = askedOf(request)
    if (entry && this.holds(entry)) return this.send(key, entry.page, request, response, asked)
    this.find(key, entry).then((page) => this.send(key, page, request, response, asked), (error: unknown) => {
      log.error({ err: error, path: key }, 'pages: could not be rendered')
      response.writeHead(503, ['content-type', 'text/plain; charset=utf-8', 'cache-control', 'no-store', 'retry-after', '10']).end('Sidan kan inte visas just nu. Försök igen om en liten stund.\n')
    })
    return true
  }

  /** Changes of what readers see: pages that depend on one of the tags are overtaken, or with `forget` dropped at once. */
  overtake(tags: readonly string[], forget: boolean): void {
    this.overtaken.add(tags)
    this.store.overtake(tags, performance.now(), forget)
  }

  /** Word of changes was lost and nobody knows which. */
  overtakeAll(): void {
    this.overtaken.addAll()
    this.store.overtakeAll(performance.now())
  }

  /** Whether this process hears of changes. */
  set isListening(listening: boolean) {
    this.deafSince = listening ? null : (this.deafSince ?? performance.now())
    if (listening) this.oldPagesSince = null
  }

  hottest(count: number): { key: string; hits: number }[] {
    return this.store.hottest(count)
  }

  /** Renders pages that nobody asked for yet, one after the other. */
  async warm(keys: readonly string[]): Promise<void> {
    for (const key of keys) if (keyOf(key) === key && !this.store.peek(key)) await this.flightTo(key).catch(() => null)
  }

  private send(key: string, page: Page, { method }: IncomingMessage, response: ServerResponse, { encodings, known }: Asked): true {
    const variant = variantFor(page, chooseEncoding(encodings))
    const how = { known, isHead: method === 'HEAD', speaksSurrogate: this.options.speaksSurrogate }
    if (!(variant instanceof Promise)) sendPage(page, variant, response, how)
    else variant.then((made) => {
      this.store.reweigh(key, page)
      sendPage(page, made, response, how)
    }, () => response.destroy())
    return true
  }

  private isTrusted(now: number): boolean {
    return this.deafSince === null || now - this.deafSince < this.options.keptFor
  }

  private holds({ staleSince, page }: Entry): boolean {
    const now = performance.now()
    return staleSince === null && now < page.freshness!.expiresAt && this.isTrusted(now)
  }

  private mayStillShow({ staleSince, page }: Entry, now: number): boolean {
    return this.isTrusted(now) && now - Math.min(staleSince ?? Infinity, page.freshness!.expiresAt) < this.options.keptFor
  }

  /** The page anew; the old one when that cannot be had and it is not too old. */
  private async find(key: string, entry: Entry | undefined): Promise<Page> {
    const now = performance.now()
    const old = entry && this.mayStillShow(entry, now) ? entry.page : null
    if (!old) return this.flightTo(key)
    const failedLately = now - (this.failedAt.get(key) ?? -Infinity) < RETRY
    const page = failedLately ? null : await inTime(this.flightTo(key).catch(() => null))
    if (page && page.status < 500) return page
    this.oldPagesSince ??= new Date()
    return old
  }

  /** One rendering for all who ask meanwhile, unless something changed since it began. */
  private flightTo(key: string): Promise<Page> {
    const flying = this.flights.get(key)
    if (flying && flying.began === this.overtaken.now) return flying.page
    const flight = { began: this.overtaken.now, page: this.turns.take(() => this.render(key)) }
    const land = (): void => {
      if (this.flights.get(key) === flight) this.flights.delete(key)
    }
    flight.page.then(land, land)
    this.flights.set(key, flight)
    return flight.page
  }

  private async render(key: string): Promise<Page> {
    const [begun, began] = [performance.now(), this.overtaken.now]
    const page = pageOf(await capture(this.options.render, key, { host: this.options.host }), begun)
    if (page.status >= 500) this.failed(key)
    else this.remember(key, page, began)
    return page
  }

  private remember(key: string, page: Page, began: number): void {
    this.failedAt.delete(key)
    this.oldPagesSince = null
    const { freshness } = page
    if (!freshness || this.deafSince !== null || freshness.expiresAt <= performance.now() || this.overtaken.since(began, freshness.tags)) return
    this.store.put(key, page)
  }

  private failed(key: string): void {
    if (this.failedAt.size > 10_000) this.failedAt.clear()
    this.failedAt.set(key, performance.now())
  }
}

async function inTime(page: Promise<Page | null>): Promise<Page | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, PATIENCE, null)
  })
  return Promise.race([page, late]).finally(() => clearTimeout(timer))
}
