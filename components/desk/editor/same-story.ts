import { Watched } from '@/components/ui/watched'
import type { findSameStory } from '@/lib/articles/actions'
import { changedMuch } from '@/lib/articles/model'

type Answer = Extract<Awaited<ReturnType<typeof findSameStory>>, { ok: true }>['data']
export type Found = Answer['found'][number]
export type UpdateOf = Answer['updateOf']

/** ms between the beginnings of two questions */
export const PAUSE = 5_000
const EMPTY: Answer = { found: [], updateOf: null }

/**
 * Which articles have nearly this one's text: asked when the editor opens, and after saves that changed much of it. One
 * question at a time, five seconds apart; what fails is asked again after the next save.
 */
export class SameStory extends Watched<Answer> {
  /** the text that was asked about last, or will be next */
  private text = ''
  private earliest = 0
  /** set from the plan of a question to its answer, so that there is never a second one */
  private timer: ReturnType<typeof setTimeout> | null = null
  private isStopped = false
  private readonly articleId: string
  private readonly find: typeof findSameStory

  constructor(articleId: string, find: typeof findSameStory) {
    super(EMPTY)
    this.articleId = articleId
    this.find = find
  }

  readEmpty = (): Answer => EMPTY

  /** The editor has opened on this text. */
  open(text: string): void {
    this.isStopped = false
    this.text = text
    this.plan()
  }

  /** This text has been saved. */
  saved(text: string): void {
    if (!changedMuch(this.text, text)) return
    this.text = text
    this.plan()
  }

  /** The server has stored what the article is an update of. */
  link(updateOf: UpdateOf): void {
    this.show({ ...this.read(), updateOf })
  }

  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private plan(): void {
    this.timer ??= setTimeout(() => void this.ask(), Math.max(0, this.earliest - Date.now()))
  }

  private async ask(): Promise<void> {
    this.earliest = Date.now() + PAUSE
    const asked = this.text
    const answer = await this.find({ articleId: this.articleId }).catch(() => null)
    if (this.isStopped) return
    this.timer = null
    if (answer?.ok) this.show(answer.data)
    if (this.text !== asked) this.plan()
    else if (!answer?.ok) this.text = ''
  }
}
