import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { messages } from '@/messages'

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const SHOWN = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
const isKey = (key: string): key is keyof typeof messages.sv.errors => Object.hasOwn(messages.sv.errors, key)

/** Says message keys of the `errors` texts in the asker's language, instants on the newsroom's clock; what is no key is an invalid value. */
export async function errorText(): Promise<(key: string, params?: Record<string, string | number>) => string> {
  const [t, format] = await Promise.all([getTranslations('errors'), getFormatter()])
  const said = (value: string | number): string | number => (typeof value === 'string' && INSTANT.test(value) ? format.dateTime(new Date(value), SHOWN) : value)
  return (key, params = {}) => t(isKey(key) ? key : 'invalidValue', Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(value)])) as never)
}
