import pg from 'pg'

export type ListCase = { name: string; paths: string[] }

/** The lists of a big newsroom, with what is hardest of each; `runs` addresses each. */
export async function listCases(url: string, runs: number): Promise<ListCase[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows = async <T extends object>(sql: string): Promise<T[]> => (await client.query<T>(sql)).rows
    const tags = await rows<{ slug: string; cursor: string }>(`
      SELECT t.slug, deep.cursor FROM (SELECT tag_id, count(*) FROM revision_tag GROUP BY 1 ORDER BY 2 DESC LIMIT ${runs}) often JOIN tag t ON t.id = often.tag_id AND t.kind = 'topic' AND t.merged_into_id IS NULL
      CROSS JOIN LATERAL (SELECT to_char(extract(epoch FROM p.listed_at) * 1000, 'FM9999999999999') || ' ' || p.article_id AS cursor FROM revision_tag x JOIN publication p ON p.revision_id = x.revision_id
        WHERE x.tag_id = t.id ORDER BY p.listed_at DESC, p.article_id DESC OFFSET 400 LIMIT 1) deep`)
    const months = await rows<{ month: string }>(`SELECT DISTINCT to_char(listed_at AT TIME ZONE 'Europe/Stockholm', 'YYYY/MM') AS month FROM publication WHERE listed_at < now() ORDER BY 1 DESC LIMIT 60`)
    const words = (await rows<{ headline: string }>(`SELECT headline FROM article TABLESAMPLE BERNOULLI (1) REPEATABLE (7) WHERE headline <> '' LIMIT ${runs * 3}`))
      .map(({ headline }) => headline.split(' ').filter((word) => /^\p{L}{4,}$/u.test(word)).slice(0, 2).join(' ')).filter((pair) => pair.includes(' '))
    const cursorOf = (text: string): string => text.split(' ').map((part, i) => (i === 0 ? Number(part).toString(36) : part)).join('-')
    const times = (paths: readonly string[]): string[] => Array.from({ length: runs }, (_, i) => paths[i % paths.length]!)
    return [
      { name: 'front page', paths: times(['/']) },
      { name: 'tag page, 400 articles down', paths: times(tags.map(({ slug, cursor }) => `/tag/${slug}?before=${cursorOf(cursor)}`)) },
      { name: 'search of two words', paths: times(words.map((pair) => `/search?q=${encodeURIComponent(pair)}`)) },
      { name: 'archive, a month', paths: times(months.map(({ month }) => `/archive/${month}`)) },
      { name: 'sitemap, a part', paths: times(months.map(({ month }) => `/sitemaps/${month.replace('/', '-')}-1.xml`)) },
    ]
  } finally {
    await client.end()
  }
}

/** Addresses of so many live articles. */
export async function pagesOf(url: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ slug: string }>('SELECT DISTINCT r.slug FROM publication p JOIN revision r ON r.id = p.revision_id WHERE p.live_from <= now() AND (p.live_until IS NULL OR p.live_until > now()) LIMIT $1', [count])
  await client.end()
  return rows.map(({ slug }) => `/a/${slug}`)
}
