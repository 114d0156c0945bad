// Mail is an effect: what it says is looked up when it is sent, so that the box holds ids alone, and what is so no more is not sent.
import { z } from 'zod'
import { findOpenLink } from '@/lib/auth/queries'
import { databaseNow } from '@/lib/platform/db'
import { env, mailEnv } from '@/lib/platform/env'
import { findArticleMail, happeningSchema } from '@/lib/publishing/queries'
import { getSettings } from '@/lib/settings/queries'
import { articleLetter, linkLetter, type Site, type Written } from '@/server/letters'
import { sendLetter } from '@/server/smtp'

const linkSchema = z.strictObject({ linkId: z.uuid() })
const toSchema = z.looseObject({ toId: z.uuid() })

/** Sends the mail that the payload is about, if there still is something to say to its receiver; rejects when the mail server does not take it. */
export async function mail(payload: unknown, key: string): Promise<void> {
  const house = mailEnv()
  if (!house) return
  const { siteName: name, timeZone } = await getSettings()
  const site = { name, timeZone, url: env().SITE_URL }
  const link = linkSchema.safeParse(payload).data
  const written = await (link ? aboutLink(link.linkId, site) : aboutArticle(payload, site))
  if (written) await sendLetter(house, { ...written, fromName: name }, key)
}

async function aboutLink(linkId: string, site: Site): Promise<Written | null> {
  const link = await findOpenLink(linkId)
  return link && linkLetter(link, site)
}

async function aboutArticle(payload: unknown, site: Site): Promise<Written | null> {
  const { toId, ...happening } = toSchema.parse(payload)
  const found = await findArticleMail(happeningSchema.parse(happening), await databaseNow())
  const to = found?.people.find(({ id }) => id === toId)
  return found && to ? articleLetter(found, to, site) : null
}
