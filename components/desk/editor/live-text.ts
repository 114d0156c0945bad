import { loadRevision } from '@/lib/articles/actions'
import { follows, leftBehind, type Lines, linesIn, sameWords, type Words } from '@/lib/articles/model'
import type { LiveWords } from '@/lib/articles/queries'
import type { DraftBody } from '@/lib/articles/schema'
import { dropLive, findKeptLive, keepLive, type KeptLive } from './journal'
import { TextSession, type TextSnapshot } from './text-session'

type LiveSnapshot = Omit<TextSnapshot, 'fields'> & {
  fields: Lines
  /** what readers have now, when that is no longer what this text was made from */
  theirs: LiveWords | null
  /** it goes on from what this browser kept */
  isKept: boolean
}
export type GivenLive = Lines & { revisionId: string; body: DraftBody }

/** The text that readers have, as an editor changes it; kept in this browser until it is theirs or thrown away. */
export class LiveText extends TextSession<LiveSnapshot> {
  /** what the editor begins with */
  readonly first: LiveWords['body'] | DraftBody
  private base: LiveWords
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(articleId: string, base: LiveWords, kept: KeptLive | null, unreachable: string) {
    super(articleId, { fields: linesIn({ ...base, ...kept }), errors: {}, refusal: null, theirs: null, isKept: kept !== null }, unreachable)
    this.base = base
    this.first = kept?.body ?? base.body
  }

  /** What goes out. Throws a ZodError when the text cannot be saved. */
  given(): GivenLive {
    return { ...this.read().fields, body: this.body(), revisionId: this.base.revisionId }
  }

  words(): Words {
    return { ...this.read().fields, body: this.editor ? this.body() : this.first }
  }

  /** Nothing was changed in it. */
  isUnchanged(): boolean {
    return sameWords(this.base, this.words())
  }

  /** A draft with these words follows when this becomes what readers have. */
  isFollowedBy(words: Words): boolean {
    return follows(words, this.base)
  }

  /** Where words that went from the headline still stand. */
  leftBehind(): ReturnType<typeof leftBehind> {
    return leftBehind(this.base, this.read().fields)
  }

  /** Readers have a text under this name now. */
  async follow(liveId: string): Promise<void> {
    if (liveId === this.base.revisionId) return
    const answer = await loadRevision({ articleId: this.articleId, revisionId: liveId }).catch(() => null)
    if (answer?.ok) this.meet(answer.data)
  }

  /** What readers have now: the same words under another name, or others, which a person has to see first. */
  meet(live: LiveWords): void {
    if (live.revisionId === this.base.revisionId) return
    if (sameWords(live, this.base)) this.base = live
    else this.patch({ theirs: live })
  }

  /** Goes on with mine over theirs, or with theirs. */
  settle(choice: 'mine' | 'theirs'): void {
    const { theirs } = this.read()
    if (!theirs) return
    this.base = theirs
    this.patch({ theirs: null })
    if (choice === 'theirs') this.restart()
  }

  /** What readers have, unchanged. */
  restart(): void {
    this.fill(this.base.body)
    this.patch({ fields: linesIn(this.base), errors: {}, isKept: false })
    this.drop()
  }

  /** `errors`: as the correction's schema names them */
  say(errors: Record<string, string>): void {
    this.patch({ errors: Object.fromEntries(Object.entries(errors).map(([name, message]) => [name.replace(/^live\./, ''), message])) })
  }

  /** It is what readers have, or nobody wants it. */
  drop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    dropLive(this.articleId)
  }

  override detach(): void {
    if (this.timer) this.keep()
    super.detach()
  }

  protected changed(): void {
    this.timer ??= setTimeout(() => this.keep(), PAUSE)
  }

  keep(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    try {
      if (!this.editor) return
      if (this.isUnchanged()) dropLive(this.articleId)
      else keepLive(this.articleId, this.given())
    } catch {
      // what cannot be saved is said when it is sent
    }
  }
}

const PAUSE = 300

/** The texts before and after a correction. */
export const loadBoth = (articleId: string, { fromId, revisionId }: { fromId: string; revisionId: string }) =>
  Promise.all([fromId, revisionId].map((id) => loadRevision({ articleId, revisionId: id }).catch(() => null)))

/** The live text for an editor to change, or what this browser kept of it; words for a person when it cannot be had. */
export async function openLive(articleId: string, liveId: string, unreachable: string): Promise<LiveText | string> {
  const kept = findKeptLive(articleId)
  const load = (revisionId: string) => loadRevision({ articleId, revisionId }).catch(() => null)
  const [live, base] = await Promise.all([load(liveId), kept && kept.revisionId !== liveId ? load(kept.revisionId) : null])
  if (!live?.ok) return live?.message ?? unreachable
  const text = new LiveText(articleId, base?.ok ? base.data : live.data, kept, unreachable)
  text.meet(live.data)
  return text
}
