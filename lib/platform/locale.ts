export const LOCALES = ['sv', 'en'] as const
export type Locale = (typeof LOCALES)[number]
/** BCP 47 tag for dates, numbers and spoken segments. English is British: day before month, 24 hours. */
export const LANGUAGE_TAG: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }
