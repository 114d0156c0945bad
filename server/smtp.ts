import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { env, type MailEnv } from '@/lib/platform/env'

/** ms for each step of the talk with the server */
const PATIENCE = 10_000

/** Plain text; `fromName` stands beside the address that mail comes from. */
export type Letter = { to: string; fromName: string; subject: string; text: string }

/** Gives a letter to the mail server, under a Message-ID made of the key, so that who gets it twice can drop one. Rejects with a reason that names no person. */
export async function sendLetter({ server, from }: MailEnv, { to, fromName, subject, text }: Letter, key: string): Promise<void> {
  const { auth, ...place } = server
  const transport = createTransport({
    ...place, auth: auth ?? undefined, requireTLS: auth !== null && !place.secure, // a password does not travel in the clear
    connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE, dnsTimeout: PATIENCE, disableFileAccess: true, disableUrlAccess: true,
  })
  const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${new URL(env().SITE_URL).hostname}>`
  try {
    await transport.sendMail({ from: { name: fromName, address: from }, to: { name: '', address: to }, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } })
  } catch (error) {
    throw new Error(reasonOf(error as { code?: string; responseCode?: number }))
  }
}

const reasonOf = ({ code = 'unknown', responseCode }: { code?: string; responseCode?: number }): string =>
  responseCode ? `the mail server answered ${responseCode} (${code})` : `the mail server does not answer (${code})`
