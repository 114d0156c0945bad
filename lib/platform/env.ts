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

/** Hosts (with a port that is not the scheme's own) that are this site. The Host header never decides it. */
export function ownHosts(): string[] {
  const { SITE_URL, SITE_ALIASES } = env()
  return [SITE_URL, ...SITE_ALIASES].map((origin) => new URL(origin).host)
}
