const REMEMBERED = 20_000

/** Which tags were overtaken lately, so that a page whose rendering began before is not remembered. */
export class Overtaken {
  private count = 0
  /** what began before is not known to be right */
  private floor = 0
  private readonly last = new Map<string, number>()

  /** The present, to be asked about later. */
  get now(): number {
    return this.count
  }

  add(tags: readonly string[]): void {
    this.count++
    if (this.last.size + tags.length > REMEMBERED) this.forget()
    for (const tag of tags) this.last.set(tag, this.count)
  }

  addAll(): void {
    this.count++
    this.forget()
  }

  /** Whether one of the tags was overtaken after `began`. */
  since(began: number, tags: readonly string[]): boolean {
    return began < this.floor || tags.some((tag) => (this.last.get(tag) ?? 0) > began)
  }

  private forget(): void {
    this.last.clear()
    this.floor = this.count
  }
}
