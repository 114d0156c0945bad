import type pg from 'pg'

/** An article to be loaded: its text's paragraphs parted by line breaks, its tags by name. */
export type Made = { id: string; headline: string; text: string; tags: string[]; at: Date }
export type House = { user: string; section: string }

/** The one who writes all of it, and topic tags by these names. */
export async function makeHouse(client: pg.Client, tags: readonly string[]): Promise<House> {
  const { rows: [user] } = await client.query(`INSERT INTO "user" (id, email, name, role) VALUES (uuidv7(), 'bench@example.se', 'Bench', 'editor') RETURNING id`)
  const { rows: [section] } = await client.query(`INSERT INTO tag (id, kind, name, normalized_name, slug) VALUES (uuidv7(), 'section', 'Bench', 'bench', 'bench') RETURNING id`)
  await client.query(`INSERT INTO tag (id, kind, name, normalized_name, slug) SELECT uuidv7(), 'topic', name, name, 'bench-' || n FROM unnest($1::text[]) WITH ORDINALITY AS x(name, n)`, [tags])
  return { user: user.id, section: section.id }
}

/** Drafts as a save would leave them; nothing of it is live yet. */
export async function insertArticles(client: pg.Client, articles: readonly Made[], { user, section }: House): Promise<void> {
  await client.query(
    `WITH given AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) AS x(id, headline, text, tags, at)),
     made AS (
       INSERT INTO article (id, version, headline, slug, section_id, body, title_key, plain_text, created_by_id, created_at, changed_by_id, changed_at)
       SELECT id, 2, headline, 'a-' || id, $7::uuid, jsonb_build_object('type', 'doc', 'content', (
         SELECT jsonb_agg(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', line)))) FROM string_to_table(text, E'\\n') line)),
         lower(headline), headline || E'\\n\\n' || text, $6::uuid, at, $6::uuid, at FROM given)
     INSERT INTO article_tag (article_id, tag_id, position)
     SELECT g.id, t.id, x.position FROM given g CROSS JOIN LATERAL string_to_table(g.tags, ',') WITH ORDINALITY AS x(name, position)
     JOIN tag t ON t.kind = 'topic' AND t.normalized_name = x.name AND t.merged_into_id IS NULL`,
    [articles.map((a) => a.id), articles.map((a) => a.headline), articles.map((a) => a.text), articles.map((a) => a.tags.join(',')), articles.map((a) => a.at), user, section],
  )
}

/** Revisions and spans for all drafts since their making: `live` of 128 are live, two more unpublished, two planned. */
export async function publishArticles(client: pg.Client, live = 128): Promise<void> {
  await client.query(`
    INSERT INTO revision (id, article_id, version, headline, short_headline, standfirst, slug, section_id, label, body, search_title, search_description, share_text, noindex, created_by_id, created_at)
    SELECT a.id, a.id, 2, a.headline, '', '', a.slug, a.section_id, 'nyhet', '{"type":"doc","content":[]}', '', '', '', false, a.created_by_id, a.created_at
    FROM article a WHERE hashtext(a.id::text) & 127 < ${live + 4}`)
  await client.query(`
    INSERT INTO publication (id, article_id, revision_id, live_from, live_until, listed_at, created_by_id, created_at)
    SELECT r.id, r.article_id, r.id, CASE WHEN h >= ${live + 2} THEN now() + interval '2 days' ELSE r.created_at END,
      CASE WHEN h IN (${live}, ${live + 1}) THEN r.created_at + interval '1 hour' END, r.created_at, r.created_by_id, r.created_at
    FROM (SELECT *, hashtext(article_id::text) & 127 AS h FROM revision) r`)
}

let counter = 0
/** An id as an article made then would have, and the same in every run. */
export function idAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const tail = (++counter).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8000-${tail.padStart(12, '0')}`
}
