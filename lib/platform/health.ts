import 'server-only'
import { db } from '@/lib/platform/db'

/** The worker beats every 15 s; after this long it is late. */
const LATE_SECONDS = 60
const PATIENCE = 1_500

export type Health = { database: 'ok' | 'down'; worker: 'ok' | 'late' }

const DOWN: Health = { database: 'down', worker: 'late' }
let looking: Promise<Health> | null = null

/** How the database and the worker are; answers within 1.5 s whatever they do. Simultaneous askers share one look. */
export function findHealth(): Promise<Health> {
  looking ??= look().finally(() => {
    looking = null
  })
  return looking
}

async function look(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Health>((done) => {
    timer = setTimeout(() => done(DOWN), PATIENCE)
  })
  return Promise.race([ask().catch(() => DOWN), tooLate]).finally(() => clearTimeout(timer))
}

async function ask(): Promise<Health> {
  const [row] = await db.$queryRaw<{ beating: boolean }[]>`
    SELECT EXISTS (SELECT FROM worker_heartbeat WHERE at > clock_timestamp() - make_interval(secs => ${LATE_SECONDS})) AS beating`
  return { database: 'ok', worker: row?.beating ? 'ok' : 'late' }
}

/** Says, by the database's clock, that the worker is alive. */
export async function beat(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker_heartbeat (id, at) VALUES (1, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at`
}
