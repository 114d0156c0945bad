import 'server-only'
import { db, type Reads } from '@/lib/platform/db'

export type SiteSettings = { siteName: string; tagline: string; timeZone: string; isDemo: boolean; overusedIn: number; overusedDays: number }

/** The newsroom's settings: one row that the first migration made. */
export async function getSettings(reads: Reads = db): Promise<SiteSettings> {
  return reads.settings.findUniqueOrThrow({ where: { id: 1 }, select: { siteName: true, tagline: true, timeZone: true, isDemo: true, overusedIn: true, overusedDays: true } })
}
