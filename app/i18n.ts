import { getRequestConfig } from 'next-intl/server'
import { getSettings } from '@/lib/settings/queries'
import { messages } from '@/messages'
import { currentActor } from '@/lib/auth/session'

/** Language per user, Swedish first; the newsroom's time zone. */
export default getRequestConfig(async () => {
  const locale = (await currentActor())?.locale ?? 'sv'
  const { timeZone } = await getSettings()
  return { locale, messages: messages[locale], timeZone }
})
