import { join } from 'node:path'
import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const schema = z.object({
  SITE_URL: address.default('http://localhost:3000'),
  SITE_ALIASES: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((item) => item.trim()).filter(Boolean))
    .pipe(z.array(address)),
  AUTH_SECRET: z.string().min(32).optional(),
})

/** The configuration, read at the call so that tests and the starting script can set it; throws a ZodError that names the variable. */
export function env(): z.output<typeof schema> {
  return schema.parse(process.env)
}

const pages = schema.extend({
  /** memory for readers' pages, in millions of bytes; 0 remembers none */
  PAGE_CACHE_MB: z.coerce.number().min(0).max(10_000).default(64),
  /** how long old pages are shown while the database is away */
  PAGE_KEPT_MINUTES: z.coerce.number().min(0).max(24 * 60).default(10),
  /** where a cache in front of this site is told what changed */
  PURGE_URL: z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^https?$/ })]).optional(),
  PURGE_TOKEN: z.string().optional(),
})

/** The same for the page cache. */
export const pageEnv = (): z.output<typeof pages> => pages.parse(process.env)

const MAIL_URL = 'MAIL_URL is no mail server: set it to smtp://HOST:PORT or smtps://USER:PASSWORD@HOST:PORT (special characters of user and password written as %XX).'
const MAIL_FROM = 'MAIL_FROM is no e-mail address: with MAIL_URL set it to the one that mail comes from, for example redaktionen@example.se.'

const mailServer = z.url({ protocol: /^smtps?$/, hostname: /./, error: MAIL_URL }).transform((value, context) => {
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(value)
  const [user, pass] = [decoded(username), decoded(password)]
  if (user === null || pass === null || pathname.length > 1 || search || hash) {
    context.addIssue({ code: 'custom', message: MAIL_URL })
    return z.NEVER
  }
  const secure = protocol === 'smtps:'
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 465 : 587), secure, auth: user ? { user, pass } : null }
})

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

export type MailEnv = { server: z.output<typeof mailServer>; from: string }

/** The mail server and the address that mail comes from; null when none is named. Throws a ZodError whose messages name the variable and the cure. */
export function mailEnv(): MailEnv | null {
  const { MAIL_URL: url, MAIL_FROM: from } = process.env
  return url ? z.object({ server: mailServer, from: z.email(MAIL_FROM) }).parse({ server: url, from }) : null
}

/** The folder of images' files: the same one for all processes. */
export const mediaDir = (): string => process.env.MEDIA_DIR || join(process.env.SPALT_DATA_DIR || '.data', 'media')

/** Hosts (with a port that is not the scheme's own) that are this site. The Host header never decides it. */
export function ownHosts(): string[] {
  const { SITE_URL, SITE_ALIASES } = env()
  return [SITE_URL, ...SITE_ALIASES].map((origin) => new URL(origin).host)
}
