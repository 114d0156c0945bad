import type { DraftInput } from '@/lib/articles/schema'
import { dropDraft, findKeptDraft, type JournalEntry, keepDraft } from './journal'

type Unsaved = { version: number; draft: DraftInput }

/** ms between a key and its entry: a long text is not written out at every key */
const PAUSE = 300

/** Keeps what is unsaved in this browser, for the case that it never comes to a save. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly articleId: string
  private readonly unsaved: () => Unsaved | null

  /** `unsaved`: what is on the screen and not saved; null when there is nothing. May throw for what cannot be saved. */
  constructor(articleId: string, unsaved: () => Unsaved | null) {
    this.articleId = articleId
    this.unsaved = unsaved
  }

  /** What was kept and the server never got. What the screen has anyway is forgotten. */
  find(shown: DraftInput): JournalEntry | null {
    const kept = findKeptDraft(this.articleId)
    const isOther = kept !== null && JSON.stringify(kept.draft) !== JSON.stringify(shown)
    if (!isOther) this.drop()
    return isOther ? kept : null
  }

  /** Something was written: it is kept soon. */
  touch(): void {
    this.timer ??= setTimeout(() => this.keep(), PAUSE)
  }

  /** Keeps it at once. */
  keep(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    try {
      const unsaved = this.unsaved()
      if (unsaved) keepDraft(this.articleId, unsaved)
    } catch {
      // what cannot be saved is said by the save
    }
  }

  drop(): void {
    dropDraft(this.articleId)
  }
}
