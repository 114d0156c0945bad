import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Place, Site } from './model'

export type Reading = { reads?: Reads; at?: Date }
export type SiteAnswer = { site: Site; siteTags: string[] }

type Row = { name: string; tagline: string; timeZone: string; now: Date; sections: (Place & { id: string })[] }

/** What stands on every page, and the instant that the rest of the page is read at: the database's now. */
export async function loadSite({ reads = db, at }: Reading): Promise<SiteAnswer> {
  const [row] = await reads.$queryRaw<Row[]>`
    SELECT site_name AS name, tagline, time_zone AS "timeZone", date_trunc('milliseconds', coalesce(${at ?? null}::timestamptz, clock_timestamp())) AS now,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'slug', slug) ORDER BY name COLLATE "sv-x-icu"), '[]')
        FROM tag WHERE kind = 'section' AND merged_into_id IS NULL) AS sections
    FROM settings WHERE id = 1`
  const { sections, ...rest } = row!
  return { site: { ...rest, url: env().SITE_URL, sections: sections.map(({ name, slug }) => ({ name, slug })) }, siteTags: ['site', ...sections.map(({ id }) => `tag:${id}`)] }
}
