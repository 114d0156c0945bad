import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { type Freshness, keepFor, type Place, type Site } from './model'

export type Reading = { reads?: Reads; at?: Date }
export type SiteAnswer = { site: Site; siteTags: string[] }

type Row = Omit<Site, 'url' | 'sections'> & { sections: (Place & { id: string })[] }

/** What stands on every page, and the instant that the rest of the page is read at: the database's now. */
export async function loadSite({ reads = db, at }: Reading): Promise<SiteAnswer> {
  const [row] = await reads.$queryRaw<Row[]>`
    SELECT site_name AS name, tagline, time_zone AS "timeZone", accent, about_text <> '' AS "hasAbout", contact_text <> '' AS "hasContact", date_trunc('milliseconds', coalesce(${at ?? null}::timestamptz, clock_timestamp())) AS now,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'slug', slug) ORDER BY name COLLATE "sv-x-icu"), '[]')
        FROM tag WHERE kind = 'section' AND merged_into_id IS NULL) AS sections
    FROM settings WHERE id = 1`
  const { sections, ...rest } = row!
  return { site: { ...rest, url: env().SITE_URL, sections: sections.map(({ name, slug }) => ({ name, slug })) }, siteTags: ['site', ...sections.map(({ id }) => `tag:${id}`)] }
}

export type SiteTexts = Freshness & { site: Site; about: string; contact: string; securityContact: string }

/** What the settings say of the site itself. */
export async function findSite(reading: Reading = {}): Promise<SiteTexts> {
  const { reads = db } = reading
  const [{ site, siteTags }, texts] = await Promise.all([
    loadSite(reading),
    reads.settings.findUniqueOrThrow({ where: { id: 1 }, select: { aboutText: true, contactText: true, securityContact: true } }),
  ])
  return { site, about: texts.aboutText, contact: texts.contactText, securityContact: texts.securityContact, dependsOn: siteTags, expiresInMs: keepFor(null, site.now, site.timeZone) }
}
