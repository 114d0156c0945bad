/** A value that changes outside of React; `subscribe` and `read` are what `useSyncExternalStore` asks for. */
export class Watched<T> {
  private value: T
  private readonly watchers = new Set<() => void>()

  constructor(first: T) {
    this.value = first
  }

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }
  read = (): T => this.value

  protected show(value: T): void {
    this.value = value
    this.watchers.forEach((watcher) => watcher())
  }
}
