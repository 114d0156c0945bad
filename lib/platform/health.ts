import 'server-only'
import { db } from '@/lib/platform/db'
import { LATE_SECONDS as LATE_EFFECT_SECONDS } from '@/lib/platform/outbox'
import { pageState } from '@/lib/platform/page-state'

/** The worker beats every 15 s; after this long it is late. */
const LATE_SECONDS = 60
const PATIENCE = 1_500

/** `lateEffects`: side effects that should have happened a minute ago. `pages`: old ones are shown for want of a database since then, or changes are not heard of just now; null where none are remembered. */
export type Health = { database: 'ok' | 'down'; worker: 'ok' | 'late'; lateEffects: number | null; pages: { state: 'ok' | 'old' | 'deaf'; remembered: number; bytes: number; oldSince: Date | null } | null }
type Asked = Omit<Health, 'pages'>

const DOWN: Asked = { database: 'down', worker: 'late', lateEffects: null }
let looking: Promise<Asked> | null = null

/** How the database and the worker are; answers within 1.5 s whatever they do. Simultaneous askers share one look. */
export async function findHealth(): Promise<Health> {
  looking ??= look().finally(() => {
    looking = null
  })
  return { ...(await looking), pages: pagesHealth() }
}

function pagesHealth(): Health['pages'] {
  const state = pageState()
  if (!state) return null
  return { state: state.oldPagesSince ? 'old' : state.listening ? 'ok' : 'deaf', remembered: state.pages, bytes: state.bytes, oldSince: state.oldPagesSince }
}

async function look(): Promise<Asked> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Asked>((done) => {
    timer = setTimeout(() => done(DOWN), PATIENCE)
  })
  return Promise.race([ask().catch(() => DOWN), tooLate]).finally(() => clearTimeout(timer))
}

async function ask(): Promise<Asked> {
  const [row] = await db.$queryRaw<{ beating: boolean; late: number }[]>`
    SELECT (SELECT count(*)::int FROM outbox WHERE done_at IS NULL AND due_at < clock_timestamp() - make_interval(secs => ${LATE_EFFECT_SECONDS})) AS late,
      EXISTS (SELECT FROM worker_heartbeat WHERE at > clock_timestamp() - make_interval(secs => ${LATE_SECONDS})) AS beating`
  return { database: 'ok', worker: row?.beating ? 'ok' : 'late', lateEffects: row?.late ?? 0 }
}

/** Says, by the database's clock, that the worker is alive. */
export async function beat(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker_heartbeat (id, at) VALUES (1, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at`
}
