import type { DraftBlock, DraftInput } from './schema'

export { makeActor } from '@/lib/auth/fixtures'
export { makeTag } from '@/lib/tags/fixtures'

export const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
export const readAlso = (link: { kind: 'article'; articleId: string } | { kind: 'url'; url: string } | { kind: 'title'; title: string }): DraftBlock => ({ type: 'readAlso', attrs: { target: null, link, title: null } })

export const draftWith = (given: Partial<Omit<DraftInput, 'body'>> & { blocks?: DraftBlock[] } = {}): DraftInput => {
  const { blocks = [paragraph('Ett stycke.')], ...fields } = given
  return {
    headline: `Rubrik ${crypto.randomUUID().slice(0, 8)}`, shortHeadline: '', standfirst: '', slug: null, slugChosen: false, sectionId: null, label: 'nyhet',
    body: { type: 'doc', content: blocks }, leadImage: null, tagIds: [], bylineIds: [], searchTitle: '', searchDescription: '', shareText: '', noindex: false, dateline: null, ...fields,
  }
}
