import { linksOf, slugOf, wordsOf } from '@/lib/articles/model'
import type { Block, Body, Paragraph } from '@/lib/articles/schema'
import { titleKey } from '@/lib/related-links/model'
import type { Chance } from './chance'
import type { Language } from './language'
import type { Target } from './targets'

export type Use = { position: number; place: 'block' | 'text'; targetId: string; title: string | null }
export type Made = {
  id: string
  headline: string
  standfirst: string
  slug: string
  label: string
  body: Body
  titleKey: string
  plainText: string
  embargoUntil: Date | null
  createdAt: Date
  changedAt: Date
  trashedAt: Date | null
  /** of its revisions, oldest first */
  spans: { from: Date; until: Date | null }[]
  uses: Use[]
}

const DAY = 86_400_000
const MOST_LINKS = 9

/** An article's text with its links. `target` gives what a link leads to. */
export function makeArticle(chance: Chance, language: Language, { id, createdAt, now, target }: { id: string; createdAt: Date; now: Date; target: () => Target & { articleId: string | null } }): Made {
  const headline = language.headline()
  const standfirst = chance.is(0.8) ? language.sentence() : ''
  const links = Array.from({ length: Math.min(MOST_LINKS, Math.floor(-3 * Math.log(1 - chance.next()))) }, target)
  const { body, targetIds } = bodyOf(chance, language.paragraphs(chance.between(80, 320)), links)
  const uses = linksOf(body).map((link, i): Use => ({ position: link.position, place: link.place, targetId: targetIds[i]!, title: link.place === 'block' ? link.title : null }))
  const spans = spansOf(chance, createdAt, now)
  const changed = chance.is(0.03) ? chance.below(now.getTime() - createdAt.getTime()) : chance.below(Math.min(2 * DAY, now.getTime() - createdAt.getTime()))
  return {
    id, headline, standfirst, body, uses, spans, slug: `${slugOf(headline) ?? 'artikel'}-${id.slice(24)}`, label: chance.is(0.9) ? 'nyhet' : 'analys',
    titleKey: titleKey(headline), plainText: [headline, standfirst, wordsOf(body)].join('\n'), createdAt, changedAt: new Date(createdAt.getTime() + changed),
    embargoUntil: spans.length === 0 && chance.is(0.05) ? new Date(now.getTime() + 30 * DAY) : null,
    trashedAt: spans.length === 0 && chance.is(0.12) ? now : null,
  }
}

/** 90 of 100 live (one in ten of them in a second revision), 4 unpublished, 2 planned, the rest never published. */
function spansOf(chance: Chance, createdAt: Date, now: Date): Made['spans'] {
  const dice = chance.next()
  const from = new Date(createdAt.getTime() + chance.below(3_600_000))
  const later = (most: number): Date => new Date(from.getTime() + 1_000 + chance.below(most))
  if (dice < 0.81) return [{ from, until: null }]
  if (dice < 0.9) {
    const second = later(DAY)
    return [{ from, until: second }, { from: second, until: null }]
  }
  if (dice < 0.94) return [{ from, until: later(20 * DAY) }]
  return dice < 0.96 ? [{ from: new Date(now.getTime() + chance.between(1, 30) * DAY), until: null }] : []
}

function bodyOf(chance: Chance, paragraphs: readonly string[], links: readonly (Target & { articleId: string | null })[]): { body: Body; targetIds: string[] } {
  const content: Paragraph[] = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  const step = Math.max(1, Math.floor(content.length / (links.length + 1)))
  const blocks = content.flatMap((block, i): Block[] => {
    const link = (i + 1) % step === 0 ? links[(i + 1) / step - 1] : undefined
    return link ? linked(chance, block, link) : [block]
  })
  const placed = links.slice(0, Math.floor(content.length / step))
  return { body: { type: 'doc', content: blocks }, targetIds: placed.map(({ id }) => id) }
}

/** The paragraph with a link in its text, or with a LÄS OCKSÅ block after it. */
function linked(chance: Chance, block: Paragraph, link: Target & { articleId: string | null }): Block[] {
  if (link.kind === 'title' || link.mergedInto || chance.is(0.8)) return [block, { type: 'readAlso', attrs: { target: link.id, title: link.kind === 'url' ? 'Mer om saken' : null, headlineThen: null } }]
  const attrs = link.kind === 'article' ? { article: link.articleId!, href: null } : { article: null, href: link.url! }
  return [{ type: 'paragraph', content: [...(block.content ?? []), { type: 'text', text: ' Läs mer här.', marks: [{ type: 'link', attrs }] }] }]
}
