/** Where the text stands; always shown in words. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string; final: boolean }
  | { kind: 'conflict' }

export type SaveResult = { ok: true; version: number; at: string } | { ok: false; stale: boolean; message: string; final: boolean }
type Options = {
  version: number
  /** sends what is on the screen now, made from `version`; rejects when the server is out of reach */
  save: (version: number) => Promise<SaveResult>
  onState: (state: SaveState) => void
  unreachable: string
  changedAt: string | null
}

/** ms */
export const QUIET = 1_500
export const LONGEST = 10_000
const RETRY = [3_000, 10_000, 30_000] as const

/** Promise 3 at the keyboard: saves 1.5 s after the last change, at the latest 10 s after the first unsaved one, one save at a time, and tries again until it is through. */
export class Autosave {
  version: number
  private state: SaveState
  private timer: ReturnType<typeof setTimeout> | null = null
  private dirtySince: number | null = null
  private changes = 0
  private running: Promise<void> | null = null
  private failures = 0
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
    this.version = options.version
    this.state = { kind: 'saved', at: options.changedAt }
  }

  get isDirty(): boolean {
    return this.dirtySince !== null || this.running !== null
  }

  /** Something was written. */
  touch(): void {
    this.changes += 1
    this.dirtySince ??= Date.now()
    if (this.state.kind === 'conflict') return
    if (!this.running && this.state.kind !== 'failed') this.show({ kind: 'unsaved' })
    this.plan(Math.max(0, Math.min(QUIET, this.dirtySince + LONGEST - Date.now())))
  }

  /** Saves now; resolves when nothing is unsaved (true) or it could not be done (false). */
  async flush(): Promise<boolean> {
    this.cancel()
    await this.running
    if (this.dirtySince !== null && this.state.kind !== 'conflict') await this.run()
    return !this.isDirty
  }

  /** Runs something that saves by itself (publish): no autosave in between; it answers the new version, or null when nothing was stored. */
  async hold<T>(work: (version: number) => Promise<{ version: number | null; result: T }>): Promise<T> {
    this.cancel()
    await this.running
    const before = this.changes
    let result: T | undefined
    const task = work(this.version).then((done) => {
      result = done.result
      if (done.version !== null) this.settle(done.version, new Date().toISOString(), before)
    })
    this.running = task.then(() => undefined, () => undefined)
    try {
      await task
    } finally {
      this.running = null
      if (this.dirtySince !== null) this.plan(QUIET)
    }
    return result as T
  }

  /** Both texts were shown and a person has chosen: go on from this version. */
  rebase(version: number, isSame: boolean): void {
    this.version = version
    this.dirtySince = isSame ? null : Date.now()
    this.show(isSame ? { kind: 'saved', at: null } : { kind: 'unsaved' })
    if (!isSame) this.plan(0)
  }

  stop(): void {
    this.cancel()
  }

  private plan(wait: number): void {
    this.cancel()
    this.timer = setTimeout(() => void this.run(), wait)
  }

  private cancel(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private async run(): Promise<void> {
    // Its end looks whether more was written meanwhile.
    if (this.running || this.dirtySince === null) return
    const before = this.changes
    this.show({ kind: 'saving' })
    this.running = this.attempt(before)
    await this.running
    this.running = null
    if (this.dirtySince !== null && this.state.kind === 'unsaved') this.plan(QUIET)
  }

  private async attempt(before: number): Promise<void> {
    const result = await this.options.save(this.version).catch((): SaveResult => ({ ok: false, stale: false, final: false, message: this.options.unreachable }))
    if (result.ok) return this.settle(result.version, result.at, before)
    if (result.stale) return this.show({ kind: 'conflict' })
    this.show({ kind: 'failed', message: result.message, final: result.final })
    if (!result.final) this.plan(RETRY[Math.min(this.failures++, RETRY.length - 1)]!)
  }

  private settle(version: number, at: string, before: number): void {
    this.version = version
    this.failures = 0
    this.dirtySince = this.changes === before ? null : Date.now()
    this.show(this.dirtySince === null ? { kind: 'saved', at } : { kind: 'unsaved' })
  }

  private show(state: SaveState): void {
    this.state = state
    this.options.onState(state)
  }
}
