import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { log } from '@/lib/platform/log'
import { CHANNEL, parsePayload } from '@/lib/platform/notify'

/** ms between two looks at whether the connection lives */
const BEAT = 2_000
/** ms in which it has to answer */
const PATIENCE = 2_000
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 1_000
/** Changes are kept for a day; who was away longer trusts nothing. */
const LONGEST_AWAY = 12 * 3_600_000
const HOT = 200
const HOT_EVERY = 60_000

export type Change = { id: string; tags: string[]; forget: boolean }
export type Listener = {
  onChange: (change: Change) => void
  /** word of changes was lost for longer than they are kept */
  onGap: () => void
  /** true: changes are heard of, and those missed were told; false: they are not any more */
  onListening: (isListening: boolean) => void
  /** what readers asked for most here */
  hottest: (count: number) => { key: string; hits: number }[]
}

/**
 * Hears of every committed change on a connection of its own, and of what was missed while it was lost: changes carry their
 * transaction's number, and a snapshot taken before says which were not finished then. Tells the database that this process
 * lives, and that it has let go of what is gone for readers.
 */
export class Changes {
  private readonly id = randomUUID()
  private readonly listener: Listener
  private readonly ending = new AbortController()
  private client: pg.Client | null = null
  /** transactions below this number are finished and were told; of the snapshot before the last one */
  private safe: string | null = null
  private next: string | null = null
  private heardAt = 0
  private hotAt = 0
  private running: Promise<void> | null = null

  constructor(listener: Listener) {
    this.listener = listener
  }

  start(): void {
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.ending.abort()
    await this.client?.query('DELETE FROM server_process WHERE id = $1', [this.id]).catch(() => {})
    await this.client?.end().catch(() => {})
    await this.running
  }

  /** What readers asked for most in the last days, in all processes. */
  async hotKeys(): Promise<string[]> {
    const rows = await this.client?.query<{ key: string }>(`SELECT key FROM hot_page WHERE at > clock_timestamp() - interval '2 days' ORDER BY hits DESC LIMIT ${HOT}`)
    return rows?.rows.map((row) => row.key) ?? []
  }

  private get isEnding(): boolean {
    return this.ending.signal.aborted
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE
    while (!this.isEnding) {
      try {
        await this.listen()
        pause = FIRST_PAUSE
        while (!this.isEnding) await this.beat()
      } catch (error) {
        if (!this.isEnding) log.warn({ reason: (error as Error).message }, 'pages: the connection that hears of changes is lost')
      }
      this.listener.onListening(false)
      await this.client?.end().catch(() => {})
      await this.rest(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE, keepAlive: true, application_name: 'spalt pages' })
    this.client = client
    client.on('error', () => this.wake?.())
    client.on('notification', ({ payload }) => void this.hear(payload ?? '').catch(() => client.end()))
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    await client.query('INSERT INTO server_process (id, started_at, seen_at) VALUES ($1, clock_timestamp(), clock_timestamp()) ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp()', [this.id])
    await this.catchUp(client)
    this.listener.onListening(true)
  }

  /** What was committed while nobody listened here. */
  private async catchUp(client: pg.Client): Promise<void> {
    const { rows: [current] } = await client.query<{ xid: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid')
    const wasAway = this.heardAt > 0 ? performance.now() - this.heardAt : 0
    // A number that lies ahead is another database's, one restored from a backup for instance.
    if (this.safe === null || wasAway > LONGEST_AWAY || BigInt(this.safe) > BigInt(current!.xid)) this.listener.onGap()
    else for (const change of await this.missed(client, this.safe)) await this.apply(change)
    this.safe = this.next = current!.xid
    this.heardAt = performance.now()
  }

  private async missed(client: pg.Client, since: string): Promise<Change[]> {
    const { rows } = await client.query<Change>('SELECT id::text, tags, forget FROM cache_change WHERE xid >= $1::xid8 ORDER BY id', [since])
    return rows
  }

  private async hear(payload: string): Promise<void> {
    const { id, forget, tags } = parsePayload(payload)
    if (tags) return this.apply({ id, forget, tags })
    const { rows: [row] } = await this.client!.query<{ tags: string[] }>('SELECT tags FROM cache_change WHERE id = $1', [id])
    await this.apply({ id, forget, tags: row?.tags ?? [] })
  }

  private async apply(change: Change): Promise<void> {
    this.listener.onChange(change)
    if (change.forget) await this.client!.query('INSERT INTO cache_confirmation (change_id, process_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [change.id, this.id])
  }

  /** The connection lives, this process too, and here is how far it has heard. */
  private async beat(): Promise<void> {
    await this.rest(BEAT)
    if (this.isEnding) return
    const { rows: [row] } = await this.client!.query<{ xid: string }>('UPDATE server_process SET seen_at = clock_timestamp() WHERE id = $1 RETURNING pg_snapshot_xmin(pg_current_snapshot())::text AS xid', [this.id])
    if (!row) throw new Error('forgotten by the database')
    this.safe = this.next
    this.next = row.xid
    this.heardAt = performance.now()
    if (performance.now() - this.hotAt > HOT_EVERY) await this.noteHot()
  }

  private async noteHot(): Promise<void> {
    this.hotAt = performance.now()
    const hot = this.listener.hottest(HOT)
    if (hot.length === 0) return
    await this.client!.query(
      'INSERT INTO hot_page (key, hits, at) SELECT key, hits, clock_timestamp() FROM unnest($1::text[], $2::int[]) AS hot (key, hits) ON CONFLICT (key) DO UPDATE SET hits = excluded.hits, at = excluded.at',
      [hot.map(({ key }) => key), hot.map(({ hits }) => Math.min(hits, 2 ** 31 - 1))],
    )
  }

  private wake: (() => void) | null = null
  /** Ends early when the connection breaks. */
  private async rest(ms: number): Promise<void> {
    const broken = new Promise<void>((_, fail) => {
      this.wake = () => fail(new Error('broken'))
    })
    broken.catch(() => {})
    await Promise.race([sleep(ms, null, { signal: this.ending.signal }).catch(() => {}), broken]).finally(() => {
      this.wake = null
    })
  }
}
