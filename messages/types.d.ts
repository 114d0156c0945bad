import type { Locale as SpaltLocale } from '@/lib/platform/locale'
import type { messages } from '.'

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages.sv
    Locale: SpaltLocale
  }
}
