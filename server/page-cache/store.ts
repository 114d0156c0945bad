import type { Page } from './page'
import { sizeOf } from './page'

/** A remembered page; `staleSince` is the monotonic instant (ms) at which it was overtaken, null while it holds. */
export type Entry = { key: string; page: Page; bytes: number; hits: number; touched: number; staleSince: number | null; isProtected: boolean; tags: Tag[] }
type Tag = { name: string; entries: Set<Entry> }

/** Share of the memory that pages may hold which were asked for again. */
const PROTECTED_SHARE = 0.8
/** Entries keep their place while fewer than 2 to the power of this were moved since they were. */
const SETTLED = 4

/**
 * Pages by key, within a number of bytes. Segmented LRU (Karedla, Love and Wherry, 1994): what was asked for once, like a thousand
 * made-up addresses, never drives out what readers come back to.
 */
export class PageStore {
  readonly limit: number
  private readonly probation = new Map<string, Entry>()
  private readonly kept = new Map<string, Entry>()
  private readonly tags = new Map<string, Tag>()
  private bytes = 0
  private keptBytes = 0
  /** how often an entry was moved or added */
  private moves = 0

  /** `limit` in bytes; nothing is stored with 0 */
  constructor(limit: number) {
    this.limit = limit
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.probation.size + this.kept.size, bytes: this.bytes }
  }

  /** The entry, fresh or stale, without counting as asked for. */
  peek(key: string): Entry | undefined {
    return this.kept.get(key) ?? this.probation.get(key)
  }

  /** The entry, fresh or stale; it is asked for. */
  get(key: string): Entry | undefined {
    const entry = this.peek(key)
    if (!entry) return undefined
    entry.hits++
    this.touch(entry)
    return entry
  }

  /** Its place in the order changes once in so many reads at most: a page that is read ten thousand times a second stays at the end anyway. */
  private touch(entry: Entry): void {
    if (entry.isProtected && entry.touched === this.moves >> SETTLED) return
    this.remove(entry)
    this.add(entry, entry.page.status === 200)
    entry.touched = ++this.moves >> SETTLED
  }

  put(key: string, page: Page): void {
    const old = this.peek(key)
    if (old) this.drop(old)
    const bytes = sizeOf(page)
    if (bytes > this.limit / 10) return
    const entry: Entry = { key, page, bytes, hits: old?.hits ?? 0, touched: -1, staleSince: null, isProtected: false, tags: (page.freshness?.tags ?? []).map((name) => this.tagOf(name)) }
    for (const tag of entry.tags) tag.entries.add(entry)
    this.moves++
    this.add(entry, old?.isProtected ?? false)
  }

  /** Counts the page's bytes anew, which change when it is packed. */
  reweigh(key: string, page: Page): void {
    const entry = this.peek(key)
    if (entry?.page !== page) return
    this.remove(entry)
    entry.bytes = sizeOf(page)
    this.add(entry, entry.isProtected)
  }

  /** Pages that depend on one of these are overtaken; with `forget` they are not even kept for a day without a database. */
  overtake(names: readonly string[], now: number, forget: boolean): void {
    for (const name of names) for (const entry of [...(this.tags.get(name)?.entries ?? [])]) this.age(entry, now, forget)
  }

  /** All are overtaken. */
  overtakeAll(now: number): void {
    for (const entry of [...this.probation.values(), ...this.kept.values()]) this.age(entry, now, false)
  }

  /** Keys in the order of how often they were asked for. */
  hottest(count: number): { key: string; hits: number }[] {
    return [...this.kept.values()].sort((a, b) => b.hits - a.hits).slice(0, count).map(({ key, hits }) => ({ key, hits }))
  }

  private age(entry: Entry, now: number, forget: boolean): void {
    if (forget) this.drop(entry)
    else entry.staleSince ??= now
  }

  private tagOf(name: string): Tag {
    const known = this.tags.get(name)
    if (known) return known
    const tag = { name, entries: new Set<Entry>() }
    this.tags.set(name, tag)
    return tag
  }

  private drop(entry: Entry): void {
    this.remove(entry)
    for (const tag of entry.tags) {
      tag.entries.delete(entry)
      if (tag.entries.size === 0) this.tags.delete(tag.name)
    }
  }

  private remove(entry: Entry): void {
    const segment = entry.isProtected ? this.kept : this.probation
    if (!segment.delete(entry.key)) return
    this.bytes -= entry.bytes
    if (entry.isProtected) this.keptBytes -= entry.bytes
  }

  private add(entry: Entry, isProtected: boolean): void {
    entry.isProtected = isProtected
    ;(isProtected ? this.kept : this.probation).set(entry.key, entry)
    this.bytes += entry.bytes
    if (isProtected) this.keptBytes += entry.bytes
    while (this.keptBytes > this.limit * PROTECTED_SHARE) this.demoteOldest()
    while (this.bytes > this.limit) this.drop(oldest(this.probation) ?? oldest(this.kept)!)
  }

  private demoteOldest(): void {
    const entry = oldest(this.kept)!
    this.remove(entry)
    entry.isProtected = false
    this.probation.set(entry.key, entry)
    this.bytes += entry.bytes
  }
}

const oldest = (segment: Map<string, Entry>): Entry | undefined => segment.values().next().value
