import 'server-only'
import { getTranslations } from 'next-intl/server'
import { messages } from '@/messages'

const isKey = (key: string): key is keyof typeof messages.sv.errors => Object.hasOwn(messages.sv.errors, key)

/** Says message keys of the `errors` texts in the asker's language; what is no key is an invalid value. */
export async function errorText(): Promise<(key: string, params?: Record<string, string | number>) => string> {
  const t = await getTranslations('errors')
  return (key, params) => t(isKey(key) ? key : 'invalidValue', params as never)
}
