import 'server-only'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { formatInstant, zoneName } from '@/lib/platform/instant-words'
import type { Locale } from '@/lib/platform/locale'
import { messages } from '@/messages'

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const isKey = (key: string): key is keyof typeof messages.sv.errors => Object.hasOwn(messages.sv.errors, key)

/** Says message keys of the `errors` texts in the asker's language, instants on the newsroom's clock, as the screens do; what is no key is an invalid value. */
export async function errorText(): Promise<(key: string, params?: Record<string, string | number>) => string> {
  const [t, locale, zone] = await Promise.all([getTranslations('errors'), getLocale() as Promise<Locale>, getTimeZone()])
  const said = (value: string | number): string | number => (typeof value === 'string' && INSTANT.test(value) ? `${formatInstant(new Date(value), zone, locale)}, ${zoneName(zone, locale)}` : value)
  return (key, params = {}) => t(isKey(key) ? key : 'invalidValue', Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(value)])) as never)
}
