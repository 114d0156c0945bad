import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { articlePath, type Freshness, keepFor, type Place, type ShownFlash, type Site } from './model'

export type Reading = { reads?: Reads; at?: Date }
export type SiteAnswer = { site: Site; siteTags: string[] }

type FlashRow = { id: string; text: string; at: string; url: string | null; articleId: string | null; isKilled: boolean; slug: string | null; due: string | null }
type Row = Omit<Site, 'url' | 'sections' | 'flash' | 'isPreview' | 'due'> & { sections: (Place & { id: string })[]; flash: FlashRow | null }

/** What stands on every page, and the instant that the rest of the page is read at: the database's now. */
export async function loadSite({ reads = db, at }: Reading): Promise<SiteAnswer> {
  const [row] = await reads.$queryRaw<Row[]>`
    WITH clock AS MATERIALIZED (SELECT date_trunc('milliseconds', coalesce(${at ?? null}::timestamptz, clock_timestamp())) AS now)
    SELECT site_name AS name, tagline, time_zone AS "timeZone", accent, about_text <> '' AS "hasAbout", contact_text <> '' AS "hasContact", clock.now,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'slug', slug) ORDER BY name COLLATE "sv-x-icu"), '[]')
        FROM tag WHERE kind = 'section' AND merged_into_id IS NULL) AS sections,
      (SELECT json_build_object('id', f.id, 'text', f.text, 'at', f.live_from, 'url', f.url, 'articleId', f.article_id,
          'isKilled', EXISTS (SELECT FROM article a WHERE a.id = f.article_id AND a.killed_at IS NOT NULL),
          'slug', (SELECT r.slug FROM publication p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = p.article_id
            WHERE p.article_id = f.article_id AND a.trashed_at IS NULL AND a.killed_at IS NULL AND p.live_from <= clock.now AND (p.live_until IS NULL OR clock.now < p.live_until)),
          'due', least(f.live_until, (SELECT least(min(p.live_from) FILTER (WHERE p.live_from > clock.now), min(p.live_until) FILTER (WHERE p.live_until > clock.now))
            FROM publication p WHERE p.article_id = f.article_id)))
        FROM news_flash f WHERE f.live_from <= clock.now AND clock.now < f.live_until) AS flash
    FROM settings, clock WHERE id = 1`
  const { sections, flash, ...rest } = row!
  return {
    site: { ...rest, url: env().SITE_URL, sections: sections.map(({ name, slug }) => ({ name, slug })), flash: flash && !flash.isKilled ? shownFlash(flash) : null, isPreview: at !== undefined, due: flash?.due ? new Date(flash.due) : null },
    siteTags: ['site', ...sections.map(({ id }) => `tag-name:${id}`), ...(flash?.articleId ? [`article:${flash.articleId}`] : [])],
  }
}

/** It leads to its article only while that one is live; a killed one takes the line with it. */
const shownFlash = ({ text, at, url, slug }: FlashRow): ShownFlash => ({ text, at: new Date(at), href: slug === null ? url : articlePath(slug) })
export type SiteTexts = Freshness & { site: Site; about: string; contact: string; securityContact: string }

/** What the settings say of the site itself. */
export async function findSite(reading: Reading = {}): Promise<SiteTexts> {
  const { reads = db } = reading
  const [{ site, siteTags }, texts] = await Promise.all([
    loadSite(reading),
    reads.settings.findUniqueOrThrow({ where: { id: 1 }, select: { aboutText: true, contactText: true, securityContact: true } }),
  ])
  return { site, about: texts.aboutText, contact: texts.contactText, securityContact: texts.securityContact, dependsOn: siteTags, expiresInMs: keepFor(null, site) }
}
