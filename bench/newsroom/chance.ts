/** Chance that is the same for the same seed (mulberry32). */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** 0 <= x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let x = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }

  below(most: number): number {
    return Math.floor(this.next() * most)
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  is(share: number): boolean {
    return this.next() < share
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** By Zipf's law: the nth of the items about 1/n as often as the first. */
  zipf<T>(items: readonly T[]): T {
    return items[this.rank(items.length)]!
  }

  rank(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.next()) - 1)
  }

  shuffle<T>(items: readonly T[]): T[] {
    const mixed = [...items]
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1)
      ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
    }
    return mixed
  }

  /** A UUID of version 7: ids of an archive are in the order of its time. */
  uuid(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0')
    const hex = (digits: number): string => this.below(16 ** digits).toString(16).padStart(digits, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[this.below(4)]}${hex(3)}-${hex(6)}${hex(6)}`
  }
}
