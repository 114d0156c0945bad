import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSuggestions, getDeskArticle, type Suggestion, writingOf } from '@/lib/articles/queries'
import { db } from '@/lib/platform/db'
import { demoLoad } from './demo'

beforeAll(async () => {
  process.env.SPALT_DATA_DIR = mkdtempSync(join(tmpdir(), 'spalt-demo-'))
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  expect(await demoLoad({ stdout: nowhere, stderr: nowhere })).toBe(0)
}, 60_000)

async function offered(headline: string): Promise<Suggestion[]> {
  const { id } = await db.article.findFirstOrThrow({ where: { headline }, select: { id: true } })
  const { id: userId } = await db.user.findFirstOrThrow({ where: { role: 'editor' }, select: { id: true } })
  const actor = { userId, email: '', name: '', role: 'editor', locale: 'sv' } as const
  const article = await getDeskArticle(actor, id)
  return findSuggestions(actor, article, writingOf(article))
}

test('articles begin with drawings that say what they show', async () => {
  const drawn = (await db.article.findMany({ select: { leadImage: true } })).flatMap(({ leadImage }) => leadImage ?? [])
  expect(drawn.length).toBeGreaterThanOrEqual(4)
  for (const image of drawn) expect(image).toMatchObject({ alt: expect.stringMatching(/.{20}/), caption: expect.stringMatching(/.{20}/), credit: 'Illustration: Aftonspalten' })
})

describe('LÄS OCKSÅ? in an archive of thirty articles', () => {
  test('offers what is about the same, with names for reasons', async () => {
    const [first] = await offered('Nu ska IS krossas: ’Befrielsen är nära’')
    expect(first).toMatchObject({ headline: 'IS är på väg att förlora Mosul', words: ['IS', 'Mosul'] })
    expect((await offered('Bygg bron, men låt färjan gå kvar'))[0]!.headline).toMatch(/^Norrhamn får sin bro/)
  })

  test('offers nothing where the two that fit are in the text already', async () => {
    expect(await offered('IS är på väg att förlora Mosul')).toEqual([])
    expect(await offered('Okänd symfoni låg gömd i psalmboksskåpet')).toEqual([])
  })

  test('never offers anything for everyday words alone', async () => {
    const headlines = await db.article.findMany({ where: { headline: { not: '' } }, select: { headline: true } })
    for (const { headline } of headlines) {
      for (const { tags, words } of await offered(headline)) {
        expect(tags.length > 0 || words.length > 1, headline).toBe(true)
        expect(words.filter((word) => /^(bland|mer|två|enligt|senaste|kvar|större|tid|tio|först|före)$/i.test(word)), headline).toEqual([])
      }
    }
  })
})
