import type { AddressInfo } from 'node:net'
import { PgBoss } from 'pg-boss'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { startEffects } from './effects'

export const FROM = 'redaktionen@example.se'
type Got = Email & { to1: string }

/** A mail server on loopback, named by MAIL_URL; `say` is what it answers to a mail instead of taking it. */
export async function startPost() {
  const got: Got[] = []
  const state = { say: null as string | null }
  const open = async (port: number): Promise<SMTPServer> => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: async (stream, session, done) => {
        const parts: Buffer[] = []
        for await (const part of stream) parts.push(part as Buffer)
        got.push({ ...(await PostalMime.parse(Buffer.concat(parts))), to1: session.envelope.rcptTo.map(({ address }) => address).join() })
        done(state.say ? Object.assign(new Error(state.say), { responseCode: 451 }) : null)
      },
    })
    server.on('error', () => {})
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()))
    return server
  }
  let server = await open(0)
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  process.env.MAIL_URL = `smtp://127.0.0.1:${port}`
  process.env.MAIL_FROM = FROM
  const reopen = async (): Promise<void> => {
    server = await open(port)
  }
  return { got, state, close, reopen, to: (email: string): Got[] => got.filter(({ to1 }) => to1 === email) }
}

/** The worker's effects, with jobs in a schema of its own; answers how to end. */
export async function startWorker(schema: string): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, schema, max: 3 })
  boss.on('error', () => {})
  await boss.start()
  const stop = await startEffects(boss)
  return async () => {
    await stop()
    await boss.stop({ graceful: false })
  }
}
