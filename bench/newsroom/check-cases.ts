import type pg from 'pg'
import { describeLinks } from '@/lib/articles/queries'
import { findDuplicates, type LinkItem, type LinkRef, siteKnowledge } from '@/lib/related-links/model'
import type { LinkInput } from '@/lib/related-links/schema'
import type { Sample } from '../links'
import type { Chance } from './chance'
import type { Case } from './measure'

const BLOCKS = 10
const TARGET = 10

/** A link is typed into an article with ten LÄS OCKSÅ: what it leads to, what is known of it, and the verdict over all eleven. */
export function casesOf(sample: Sample, chance: Chance, runs: number): Case[] {
  const check = (name: string, link: () => LinkInput): Case => ({
    name: `duplicate check: ${name}`, target: TARGET,
    runs: Array.from({ length: runs }, (_, i) => {
      const [given, blocks, actor] = [link(), blocksOf(sample, chance), i % 2 ? sample.editor : sample.writer]
      const articleId = chance.pick(sample.articles).id
      return () => checkLink(actor, articleId, [given], blocks)
    }),
  })
  const site = process.env.SITE_URL ?? 'http://localhost:3000'
  return [
    check('an address that nobody linked', () => ({ kind: 'url', url: `https://exempel.se/nytt/${chance.below(1e9)}?utm_source=x` })),
    check('another spelling of a linked address', () => ({ kind: 'url', url: spelled(chance.pick(sample.urls)) })),
    check('an own address', () => ({ kind: 'url', url: `${site}/a/${chance.pick(sample.articles).slug}?utm_source=x` })),
    check('a headline that nothing has', () => ({ kind: 'title', title: `${chance.pick(sample.titles)} ${chance.pick(sample.titles)}`.slice(0, 200) })),
    check('a title that others link', () => ({ kind: 'title', title: `LÄS OCKSÅ: ${chance.pick(sample.titles)}` })),
    check('an article’s headline', () => ({ kind: 'title', title: chance.pick(sample.articles).headline })),
    check('a picked article', () => ({ kind: 'article', articleId: chance.pick(sample.articles).id })),
  ]
}

async function checkLink(actor: Sample['editor'], articleId: string, links: LinkInput[], blocks: readonly LinkItem[]): Promise<void> {
  const { links: views, knowledge, rulings } = await describeLinks(actor, { articleId, links })
  const items = views.map((view, i): LinkItem => ({ place: 'block', title: view.title, ref: view.articleId ? { kind: 'article', articleId: view.articleId } : (links[i] as LinkRef) }))
  findDuplicates([...blocks, ...items], siteKnowledge(knowledge), { selfArticleId: articleId, rulings })
}

function blocksOf(sample: Sample, chance: Chance): LinkItem[] {
  return Array.from({ length: BLOCKS }, (): LinkItem => {
    if (chance.is(0.3)) return { place: 'block', title: 'Mer om saken', ref: { kind: 'url', url: chance.pick(sample.urls) } }
    const article = chance.pick(sample.articles)
    return { place: 'block', title: article.headline, ref: { kind: 'article', articleId: article.id } }
  })
}

const spelled = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}fbclid=x`

/** What the whole site would cost without stored keys: likeness to every title. */
export function references(sample: Sample, client: pg.Client): Case[] {
  const runs = sample.titles.slice(0, 5).map((title) => () => client.query(`SELECT id FROM link_target WHERE kind = 'title' AND similarity(title, $1) >= 0.6 ORDER BY similarity(title, $1) DESC LIMIT 5`, [title]))
  return [{ name: 'comparison: likeness to every title of the site', target: null, runs }]
}
