import { Watched } from '@/components/ui/watched'
import type { suggestLinks } from '@/lib/articles/actions'

type Asked = Parameters<typeof suggestLinks>[0]
type Answer = Awaited<ReturnType<typeof suggestLinks>>
export type Offered = Extract<Answer, { ok: true }>['data'][number]
export type FeedPage = { kind: 'loading' } | { kind: 'failed' } | { kind: 'shown'; offered: readonly Offered[] }

/** ms without a change before the question is asked again */
export const PAUSE = 4_000
const LOADING: FeedPage = { kind: 'loading' }

/** What the panel offers: asked for when it is opened, then at pauses in writing when something has changed; one question at a time. */
export class SuggestionFeed extends Watched<FeedPage> {
  private timer: ReturnType<typeof setTimeout> | null = null
  private asked = ''
  private isAsking = false
  private isStopped = false
  /** inserted while the question was on its way */
  private readonly dropped = new Set<string>()
  private readonly input: () => Asked | null
  private readonly ask: typeof suggestLinks

  /** `input`: what is on the screen now; null while there is nothing to ask about. */
  constructor(input: () => Asked | null, ask: typeof suggestLinks) {
    super(LOADING)
    this.input = input
    this.ask = ask
  }

  readNothing = (): FeedPage => LOADING

  start(): void {
    this.isStopped = false
    void this.run()
  }

  stop(): void {
    this.isStopped = true
    this.cancel()
  }

  /** Something on the screen has changed. */
  touch(): void {
    this.cancel()
    this.timer = setTimeout(() => void this.run(), PAUSE)
  }

  /** Asks at once, though nothing has changed: after a failure. */
  again(): void {
    this.asked = ''
    void this.run()
  }

  /** One was inserted: it is offered no more. */
  drop(articleId: string): void {
    this.dropped.add(articleId)
    const page = this.read()
    if (page.kind === 'shown') this.show({ kind: 'shown', offered: page.offered.filter((each) => each.articleId !== articleId) })
  }

  private cancel(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private async run(): Promise<void> {
    this.cancel()
    if (this.isStopped) return
    if (this.isAsking) return this.touch()
    const input = this.input()
    const asked = JSON.stringify(input)
    if (!input || asked === this.asked) return
    this.asked = asked
    this.isAsking = true
    this.dropped.clear()
    const answer = await this.ask(input).catch(() => null)
    this.isAsking = false
    if (answer?.ok) this.show({ kind: 'shown', offered: answer.data.filter(({ articleId }) => !this.dropped.has(articleId)) })
    else {
      this.asked = ''
      if (this.read().kind !== 'shown') this.show({ kind: 'failed' })
    }
  }
}
