import { z } from 'zod'

export const SETTINGS_LIMITS = { name: 60, line: 120, text: 10_000, address: 300, most: 1_000 } as const

const text = (longest: number) => z.string().trim().max(longest, 'tooLong')
const count = z.number('invalidValue').int('invalidValue').min(1, 'invalidValue').max(SETTINGS_LIMITS.most, 'invalidValue')
const contact = z.union([z.literal(''), z.email(), z.url({ protocol: /^https$/ })], 'invalidValue')

/** A zone by its place: one that only says how far from UTC it is has no summer time. */
const isZone = (name: string): boolean => {
  if (name !== 'UTC' && !/^[A-Z][A-Za-z]+\//.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('sv', { timeZone: name }))
  } catch {
    return false
  }
}

/** All that the settings' screen sends; `version` is the one that it was filled from. */
export const settingsSchema = z.strictObject({
  version: z.number().int(),
  siteName: text(SETTINGS_LIMITS.name).min(1, 'required'),
  tagline: text(SETTINGS_LIMITS.line),
  timeZone: z.string().refine(isZone, 'invalidValue'),
  accent: z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'invalidValue'),
  aboutText: text(SETTINGS_LIMITS.text),
  contactText: text(SETTINGS_LIMITS.text),
  securityContact: text(SETTINGS_LIMITS.address).pipe(contact),
  overusedIn: count,
  overusedDays: count,
})
export type SettingsInput = z.output<typeof settingsSchema>
