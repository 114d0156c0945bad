import { loadDraft } from '@/lib/articles/actions'
import { hasCorrection, takeIn, type Words } from '@/lib/articles/model'
import type { Draft } from '@/lib/articles/schema'
import type { Autosave } from './autosave'
import { loadBoth } from './live-text'
import type { Snapshot } from './snapshot'

/** The draft on a screen, as far as a correction of what is live concerns it. */
type Screen = {
  articleId: string
  autosave: Autosave
  read: () => Pick<Snapshot, 'facts' | 'version' | 'lacksCorrection'>
  patch: (change: Partial<Pick<Snapshot, 'lacksCorrection'>>) => void
  refuse: () => void
  /** what is written; null while there is no editor. Throws a ZodError when it cannot be saved */
  words: () => Words | null
  /** as if a person had written it */
  write: (words: Words) => void
  /** shows what the server has */
  replace: (draft: Draft) => void
}

/** What was put right in the text that readers have: whether the draft on the screen has it, and how it gets it. */
export class DraftCorrection {
  private readonly screen: Screen

  constructor(screen: Screen) {
    this.screen = screen
  }

  /** Looks whether the draft has it. */
  look(): void {
    const { facts: { correction }, lacksCorrection: before } = this.screen.read()
    try {
      const words = correction && this.screen.words()
      const lacksCorrection = Boolean(words && !hasCorrection(correction.lines, words))
      if (lacksCorrection !== before) this.screen.patch({ lacksCorrection })
    } catch {
      // a text that cannot be saved is said to be so by the save
    }
  }

  /** The one that the draft lacks and its editor has been told of. */
  known(): string | null {
    const { facts, lacksCorrection } = this.screen.read()
    return lacksCorrection ? (facts.correction?.revisionId ?? null) : null
  }

  /** A draft that said what readers had has followed a correction: the screen does too, unless something was written on it meanwhile. */
  async follow(): Promise<void> {
    const { articleId, autosave, read, replace } = this.screen
    if (read().version === autosave.version || autosave.isDirty) return
    const answer = await loadDraft({ articleId }).catch(() => null)
    if (!answer?.ok || autosave.isDirty) return
    replace(answer.data.draft)
    autosave.rebase(answer.data.version, true)
    this.look()
  }

  /** Brings it into the draft, wherever the draft still has it as it was. False when the draft still lacks something. */
  async takeIn(): Promise<boolean> {
    const { articleId, read, refuse, words, write } = this.screen
    const { correction } = read().facts
    if (!correction) return true
    const [before, after] = await loadBoth(articleId, correction)
    const written = words()
    const isThere = before?.ok && after?.ok && written
    if (!isThere) refuse()
    if (!isThere) return true
    write(takeIn(written, before.data, after.data))
    this.look()
    return !read().lacksCorrection
  }
}
