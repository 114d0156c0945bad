import type pg from 'pg'
import { type Made, makeArticle } from './archive'
import { Chance } from './chance'
import { Language } from './language'
import { makeTargets, type Target } from './targets'

export type Size = { articles: number; targets: number }

const SEED = 3
const YEARS = 10
const BATCH = 4_000
const TAGS = 5_000
const SECTIONS = 12
const BYLINES = 300
const USERS = 60
const BIG = ['article', 'article_tag', 'article_byline', 'article_address', 'revision', 'revision_tag', 'revision_byline', 'publication', 'link_target', 'link_use']

/** Fills an empty newsroom; its indexes are built after its rows. */
export async function fillNewsroom(client: pg.Client, { articles, targets }: Size, say: (text: string) => void): Promise<void> {
  const chance = new Chance(SEED)
  const language = new Language(chance)
  const now = new Date()
  const from = new Date(now.getTime() - YEARS * 365 * 86_400_000)
  const house = await makeHouse(client, chance, language)
  const times = Array.from({ length: articles }, (_, i) => new Date(from.getTime() + ((now.getTime() - from.getTime()) * i) / articles))
  const ids = times.map((at) => chance.uuid(at))
  // The rows refer to each other in circles, and are right by construction.
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`)
  const indexes = await dropIndexes(client)
  say('targets')
  const made = makeTargets(chance, language, { count: targets, articles, from, to: now }).map((target) => ({ ...target, articleId: target.article === null ? null : ids[target.article]! }))
  for (let at = 0; at < made.length; at += 10 * BATCH) await insertTargets(client, made.slice(at, at + 10 * BATCH))
  const byRank = chance.shuffle(made)
  for (let at = 0; at < articles; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map((id, i) => makeArticle(chance, language, { id, createdAt: times[at + i]!, now, target: () => (chance.is(0.5) ? chance.zipf(byRank) : chance.pick(byRank)) }))
    await insertArticles(client, chance, batch, house)
    if (at % (10 * BATCH) === 0) say(`${at + batch.length} articles`)
  }
  say('revisions')
  await copyToRevisions(client)
  say('indexes')
  for (const definition of indexes) await client.query(definition)
  say('search')
  await client.query('SELECT rebuild_search(), rebuild_places()') // triggers were off
  say('counts')
  await countUses(client)
  await client.query('SET session_replication_role = origin')
  say('statistics')
  await client.query('VACUUM ANALYZE')
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i WHERE i.schemaname = current_schema() AND i.tablename = ANY($1)
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexname::regclass) ORDER BY 1`, [BIG])
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  return rows.map(({ definition }) => definition)
}

type House = { users: string[]; sections: string[]; tags: string[]; bylines: string[] }

async function makeHouse(client: pg.Client, chance: Chance, language: Language): Promise<House> {
  const ids = async (sql: string, names: readonly string[]): Promise<string[]> => (await client.query<{ id: string }>(sql, [names])).rows.map(({ id }) => id)
  const tag = (kind: string) => `INSERT INTO tag (id, kind, name, normalized_name, slug) SELECT uuidv7(), '${kind}', x, lower(x), '${kind}-' || n FROM unnest($1::text[]) WITH ORDINALITY AS y(x, n) RETURNING id`
  const words = chance.shuffle(language.words).slice(0, TAGS)
  return {
    users: await ids(`INSERT INTO "user" (id, email, name, role) SELECT uuidv7(), 'u' || n || '@example.se', x, (CASE WHEN n <= 20 THEN 'editor' ELSE 'writer' END)::"Role" FROM unnest($1::text[]) WITH ORDINALITY AS y(x, n) RETURNING id`, language.people.slice(0, USERS)),
    sections: await ids(tag('section'), Array.from({ length: SECTIONS }, (_, i) => `Avdelning ${i + 1}`)),
    tags: await ids(tag('topic'), words),
    bylines: await ids(`INSERT INTO byline (id, name, slug) SELECT uuidv7(), x, 'b' || n FROM unnest($1::text[]) WITH ORDINALITY AS y(x, n) RETURNING id`, language.people.slice(0, BYLINES)),
  }
}

async function insertTargets(client: pg.Client, targets: readonly (Target & { articleId: string | null })[]): Promise<void> {
  const column = <K extends keyof (typeof targets)[number]>(name: K) => targets.map((target) => target[name])
  await client.query(
    `INSERT INTO link_target (id, kind, article_id, url, title, url_key, weak_url_key, title_key, created_at, merged_into_id)
     SELECT id, kind::"TargetKind", article_id, url, title, url_key, weak_url_key, title_key, created_at, merged_into_id
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::uuid[])
       AS x(id, kind, article_id, url, title, url_key, weak_url_key, title_key, created_at, merged_into_id)`,
    [column('id'), column('kind'), column('articleId'), column('url'), column('title'), column('urlKey'), column('weakUrlKey'), column('titleKey'), column('createdAt'), column('mergedInto')],
  )
}

async function insertArticles(client: pg.Client, chance: Chance, made: readonly Made[], house: House): Promise<void> {
  const column = <K extends keyof Made>(name: K) => made.map((article) => article[name])
  const users = made.map(() => chance.zipf(house.users))
  await client.query(
    `INSERT INTO article (id, version, headline, standfirst, slug, label, section_id, body, title_key, plain_text, embargo_until, created_by_id, created_at, changed_by_id, changed_at, trashed_at)
     SELECT id, 2, headline, standfirst, slug, label::"Label", section, body::jsonb, title_key, plain_text, embargo, author, created_at, author, changed_at, trashed_at
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::uuid[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[])
       AS x(id, headline, standfirst, slug, label, section, body, title_key, plain_text, embargo, author, created_at, changed_at, trashed_at)`,
    [column('id'), column('headline'), column('standfirst'), column('slug'), column('label'), made.map(() => chance.zipf(house.sections)), made.map(({ body }) => JSON.stringify(body)),
      column('titleKey'), column('plainText'), column('embargoUntil'), users, column('createdAt'), column('changedAt'), column('trashedAt')],
  )
  const tags = made.flatMap(({ id }) => distinct(chance, house.tags, chance.between(0, 6)).map((tag, position) => [id, tag, position] as const))
  await insertPairs(client, 'article_tag (article_id, tag_id, position)', tags)
  const bylines = made.flatMap(({ id }) => distinct(chance, house.bylines, chance.between(1, 2)).map((byline, position) => [id, byline, position] as const))
  await insertPairs(client, 'article_byline (article_id, byline_id, position)', bylines)
  const uses = made.flatMap(({ id, uses }) => uses.map((use) => ({ id, ...use })))
  await client.query(
    `INSERT INTO link_use (id, article_id, position, place, target_id, title) SELECT uuidv7(), a, p, l::"LinkPlace", t, w FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::text[]) AS x(a, p, l, t, w)`,
    [uses.map((u) => u.id), uses.map((u) => u.position), uses.map((u) => u.place), uses.map((u) => u.targetId), uses.map((u) => u.title)],
  )
  const spans = made.flatMap((article) => article.spans.map((span) => ({ id: chance.uuid(article.createdAt), article: article.id, ...span })))
  await client.query(
    `WITH span AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS x(id, article_id, live_from, live_until)),
     made AS (
       INSERT INTO revision (id, article_id, version, headline, short_headline, standfirst, slug, section_id, label, body, search_title, search_description, share_text, noindex, created_by_id, created_at)
       SELECT s.id, a.id, a.version, a.headline, '', a.standfirst, a.slug, a.section_id, a.label, a.body, '', '', '', false, a.created_by_id, a.created_at FROM span s JOIN article a ON a.id = s.article_id)
     INSERT INTO publication (id, article_id, revision_id, live_from, live_until, listed_at, created_by_id, created_at)
     SELECT uuidv7(), a.id, s.id, s.live_from, s.live_until, min(s.live_from) OVER (PARTITION BY a.id), a.created_by_id, a.created_at FROM span s JOIN article a ON a.id = s.article_id`,
    [spans.map((s) => s.id), spans.map((s) => s.article), spans.map((s) => s.from), spans.map((s) => s.until)],
  )
}

const distinct = (chance: Chance, items: readonly string[], count: number): string[] => [...new Set(Array.from({ length: count }, () => chance.zipf(items)))]

async function insertPairs(client: pg.Client, into: string, rows: readonly (readonly [string, string, number])[]): Promise<void> {
  await client.query(`INSERT INTO ${into} SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[])`, [rows.map(([a]) => a), rows.map(([, b]) => b), rows.map(([, , position]) => position)])
}

/** What revisions have of their drafts, and the addresses. */
async function copyToRevisions(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO article_address (slug, article_id) SELECT slug, id FROM article;
    INSERT INTO revision_tag (revision_id, tag_id, position) SELECT r.id, x.tag_id, x.position FROM revision r JOIN article_tag x USING (article_id);
    INSERT INTO revision_byline (revision_id, byline_id, position) SELECT r.id, x.byline_id, x.position FROM revision r JOIN article_byline x USING (article_id);
    INSERT INTO link_use (id, article_id, revision_id, position, place, target_id, title)
      SELECT uuidv7(), u.article_id, r.id, u.position, u.place, u.target_id, u.title FROM link_use u JOIN revision r USING (article_id) WHERE u.revision_id IS NULL`)
}

/** As the nightly recount has them (lib/related-links/count-commands.ts), in one go. */
async function countUses(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE link_target s SET use_count = used.count, last_used_at = used.at
    FROM (SELECT coalesce(t.merged_into_id, t.id) AS id, count(DISTINCT u.article_id)::int AS count, max(a.changed_at) AS at
      FROM link_use u JOIN article a ON a.id = u.article_id JOIN link_target t ON t.id = u.target_id WHERE u.revision_id IS NULL AND a.trashed_at IS NULL GROUP BY 1) used
    WHERE used.id = s.id`)
}
