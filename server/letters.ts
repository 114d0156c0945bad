import { createTranslator } from 'next-intl'
import { formatInstant, zoneName } from '@/lib/platform/instant-words'
import type { OpenLink } from '@/lib/auth/queries'
import type { Locale } from '@/lib/platform/locale'
import type { ArticleMail } from '@/lib/publishing/queries'
import en from '@/messages/en/mail.json' with { type: 'json' }
import sv from '@/messages/sv/mail.json' with { type: 'json' }
import type { Letter } from '@/server/smtp'

export type Written = Omit<Letter, 'fromName'>
/** The site's name, zone and origin. */
export type Site = { name: string; timeZone: string; url: string }

/** What is told of an article, in the receiver's language: never its text, nor why it was killed. */
export function articleLetter({ articleId, kind, headline: given, slug, publicLine, by, at }: Omit<ArticleMail, 'people'>, { email, locale }: { email: string; locale: Locale }, site: Site): Written {
  const t = textsIn(locale)
  const headline = given.replaceAll(/\s+/g, ' ')
  const address = `${site.url}${slug ? `/a/${slug}` : `/desk/articles/${articleId}`}`
  const line = kind === 'killed' ? [publicLine ? t('killed.line', { line: publicLine }) : t('killed.noLine')] : []
  return {
    to: email, subject: t(`${kind}.subject`, { headline }),
    text: paragraphs(t(`${kind}.text`, { headline, by, ...instant(at, site, locale) }), ...line, address, t('why', { account: `${site.url}/account` })),
  }
}

/** A user's one-time link, in the user's language. */
export function linkLetter({ address, expiresAt, isFirst, email, name, locale }: OpenLink, site: Site): Written {
  const t = textsIn(locale)
  const kind = isFirst ? 'invitation' : 'password'
  return {
    to: email, subject: t(`${kind}.subject`, { site: site.name }),
    text: paragraphs(t(`${kind}.text`, { name, site: site.name }), address, t('valid', instant(expiresAt, site, locale)), t('unexpected')),
  }
}

const textsIn = (locale: Locale) => createTranslator({ locale, messages: { mail: { sv, en }[locale] }, namespace: 'mail' })
const paragraphs = (...parts: string[]): string => `${parts.join('\n\n')}\n`
const instant = (at: Date, { timeZone }: Site, locale: Locale) => ({ at: formatInstant(at, timeZone, locale), zone: zoneName(timeZone, locale) })
