import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** One statement on the newsroom's database; rows as objects. */
export async function sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

const one = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row> => (await sql<Row>(text, values))[0]!

/** Eight characters that no other test has. */
export const unique = (): string => randomUUID().slice(0, 8)

export type Role = 'writer' | 'editor' | 'admin'
export type Person = { id: string; name: string; email: string }

/** A user with a byline; with `passwordHash` one who can sign in by the form. */
export async function makeUser(role: Role, passwordHash?: string): Promise<Person> {
  const key = unique()
  const [name, email] = [`${role} ${key}`, `${role}-${key}@example.se`]
  const { id } = await one<{ id: string }>(`INSERT INTO "user" (id, email, name, role) VALUES (gen_random_uuid(), $1, $2, $3::"Role") RETURNING id`, [email, name, role])
  await sql(`INSERT INTO byline (id, name, slug, user_id) VALUES (gen_random_uuid(), $1, $2, $3)`, [name, `${role}-${key}`, id])
  if (passwordHash) await sql('INSERT INTO credential (user_id, password_hash, set_at) VALUES ($1, $2, now())', [id, passwordHash])
  return { id, name, email }
}

/** The id of an open session. */
export async function openSession(userId: string): Promise<string> {
  const row = await one<{ id: string }>(`INSERT INTO session (id, user_id, expires_at) VALUES (gen_random_uuid(), $1, now() + interval '1 hour') RETURNING id`, [userId])
  return row.id
}

export async function makeTag(kind: 'section' | 'topic', prefix = kind === 'section' ? 'Avdelning' : 'Tagg'): Promise<{ id: string; name: string; slug: string }> {
  const key = unique()
  const [name, slug] = [`${prefix} ${key}`, `${prefix.toLowerCase()}-${key}`]
  const { id } = await one<{ id: string }>(`INSERT INTO tag (id, kind, name, normalized_name, slug) VALUES (gen_random_uuid(), $1::"TagKind", $2, lower($2), $3) RETURNING id`, [kind, name, slug])
  await sql(`INSERT INTO tag_address (kind, slug, tag_id) VALUES ($1::"TagKind", $2, $3)`, [kind, slug, id])
  if (kind === 'section') await tellPages(['site'])
  return { id, name, slug }
}

export type ArticleRow = { id: string; headline: string; slug: string }
const BODY = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ett stycke som finns för att något ska finnas.' }] }] }

/** `target`: the row that its one LÄS OCKSÅ names */
type Made = { by: Person; sectionId: string; liveFrom?: Date; headline?: string; target?: string }

/** An article as it would stand in the database: a draft, or one whose life begins at an instant (past: live, future: planned). */
export async function makeArticle({ by, sectionId, liveFrom, headline = `Artikel ${unique()}`, target }: Made): Promise<ArticleRow> {
  const slug = `artikel-${unique()}`
  const block = { type: 'readAlso', attrs: { target, title: null } }
  const values = [headline, slug, sectionId, JSON.stringify(target ? { ...BODY, content: [...BODY.content, block] } : BODY), by.id]
  const { id } = await one<{ id: string }>(
    `INSERT INTO article (id, version, headline, slug, section_id, body, title_key, plain_text, created_by_id, created_at, changed_by_id, changed_at)
     VALUES (gen_random_uuid(), 2, $1, $2, $3, $4, lower($1), $1, $5, now(), $5, now()) RETURNING id`,
    values,
  )
  await sql('INSERT INTO article_address (slug, article_id) VALUES ($1, $2)', [slug, id])
  if (liveFrom) await publishRow({ id, values, by, liveFrom })
  if (target) await nameTarget(id, target)
  return { id, headline, slug }
}

async function nameTarget(articleId: string, target: string): Promise<void> {
  await sql(
    `INSERT INTO link_use (id, article_id, revision_id, position, place, target_id)
     SELECT gen_random_uuid(), $1, x.id, 0, 'block', $2 FROM (SELECT id FROM revision WHERE article_id = $1 UNION ALL SELECT NULL) x`,
    [articleId, target],
  )
  await sql('UPDATE link_target SET use_count = use_count + 1, last_used_at = now() WHERE id = $1', [target])
}

async function publishRow({ id, values, by, liveFrom }: { id: string; values: unknown[]; by: Person; liveFrom: Date }): Promise<void> {
  const revision = await one<{ id: string }>(
    `INSERT INTO revision (id, article_id, version, headline, short_headline, standfirst, slug, section_id, label, body, search_title, search_description, share_text, noindex, created_by_id, created_at)
     VALUES (gen_random_uuid(), $6, 2, $1, '', '', $2, $3, 'nyhet', $4, '', '', '', false, $5, now()) RETURNING id`,
    [...values, id],
  )
  await sql(
    `INSERT INTO publication (id, article_id, revision_id, live_from, listed_at, zone, created_by_id, created_at) VALUES (gen_random_uuid(), $1, $2, $3, $3, 'Europe/Stockholm', $4, now())`,
    [id, revision.id, liveFrom, by.id],
  )
  await tellPages(['front', 'feed', `article:${id}`, `slug:${values[1]}`, `tag:${values[2]}`])
}

/** What a command does when it changes what readers see. */
export async function tellPages(tags: string[]): Promise<void> {
  const { id } = await one<{ id: string }>('INSERT INTO cache_change (tags) VALUES ($1) RETURNING id', [tags])
  await sql(`SELECT pg_notify('spalt_cache', $1)`, [[id, ...tags].join(' ')])
}

/** The row of an image, without its files. */
export async function makeImage(by: Person): Promise<string> {
  const row = await one<{ id: string }>(
    `INSERT INTO image (id, hash, format, bytes, width, height, name, created_by_id, created_at) VALUES (gen_random_uuid(), $1, 'jpeg', 1, 900, 600, 'bild.jpg', $2, now()) RETURNING id`,
    [unique(), by.id],
  )
  return row.id
}

/** What a link could lead to: an outside address, or a title. */
export async function makeTarget(kind: 'url' | 'title' = 'url', words = kind === 'url' ? `https://example.org/${unique()}` : `Rubrik ${unique()}`): Promise<string> {
  const { id } = await one<{ id: string }>(
    kind === 'url'
      ? `INSERT INTO link_target (id, kind, url, url_key) VALUES (gen_random_uuid(), 'url', $1, $1) RETURNING id`
      : `INSERT INTO link_target (id, kind, title, title_key) VALUES (gen_random_uuid(), 'title', $1, lower($1)) RETURNING id`,
    [words],
  )
  return id
}

/** A target led to another on the links desk, as it would stand in the history. */
export async function makeChange(): Promise<string> {
  const [from, into, by] = [await makeTarget(), await makeTarget(), await makeUser('editor')]
  await sql('UPDATE link_target SET merged_into_id = $2 WHERE id = $1', [from, into])
  const effect = { drafts: 0, live: 0, doubles: 0, selfs: 0 }
  const { id } = await one<{ id: string }>(
    `INSERT INTO link_change (id, at, actor_id, kind, from_id, into_id, previous, effect) VALUES (gen_random_uuid(), now(), $1, 'merge', $2, $3, $4, $5) RETURNING id`,
    [by.id, from, into, JSON.stringify([{ id: from, mergedIntoId: null }]), JSON.stringify(effect)],
  )
  return id
}

/** Something that should have followed a publish an hour ago. */
export async function makeEffect(): Promise<string> {
  const { id } = await one<{ id: string }>(`INSERT INTO outbox (id, key, kind, payload, due_at) VALUES (gen_random_uuid(), $1, 'links', '{}', now() - interval '1 hour') RETURNING id`, [unique()])
  return id
}

/** Waits until no other test changes the line "just nu"; gives what lets the next one do so. */
export async function holdFlash(): Promise<() => Promise<void>> {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  await client.query(`SELECT pg_advisory_lock(hashtext('the line just nu in tests'))`)
  return () => client.end()
}

/** The one line that stands above the site now, instead of what stood there, for so many seconds. */
export async function makeFlash(seconds = 60): Promise<string> {
  const by = await makeUser('editor')
  await sql('DELETE FROM news_flash')
  const { id } = await one<{ id: string }>(
    `INSERT INTO news_flash (id, text, live_from, live_until, created_by_id, created_at) VALUES (gen_random_uuid(), 'En rad', now() - interval '1 second', now() + make_interval(secs => $2), $1, now()) RETURNING id`, [by.id, seconds],
  )
  return id
}
