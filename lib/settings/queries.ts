import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import type { SettingsInput } from './schema'

export type SiteSettings = { siteName: string; tagline: string; timeZone: string; isDemo: boolean; overusedIn: number; overusedDays: number }

const EDITED = { version: true, siteName: true, tagline: true, timeZone: true, accent: true, aboutText: true, contactText: true, securityContact: true, overusedIn: true, overusedDays: true } as const

/** The newsroom's settings: one row that the first migration made. */
export async function getSettings(reads: Reads = db): Promise<SiteSettings> {
  return reads.settings.findUniqueOrThrow({ where: { id: 1 }, select: { siteName: true, tagline: true, timeZone: true, isDemo: true, overusedIn: true, overusedDays: true } })
}

/** What the settings' screen edits, with its version. */
export async function getEditedSettings(reads: Reads = db): Promise<SettingsInput> {
  return reads.settings.findUniqueOrThrow({ where: { id: 1 }, select: EDITED })
}
