import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { messages } from '.'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`)))
const [sv, en] = [new Map(flat(messages.sv)), new Map(flat(messages.en))]
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]!))].sort()

/** Every `throw`n or named message key of the domain's files. */
function keysThrown(): string[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  const named = /(?:invalid|conflict|forbidden|notFound)\('(\w+)'|new AppError\('\w+', '(\w+)'|(?:fields|params): \{ \w+: '(\w+)'|'(\w+)'\)[,.)]/g
  return files.flatMap((file) => [...readFileSync(join('lib', file), 'utf8').matchAll(named)].flatMap((match) => match.slice(1, 4)).filter((key) => key !== undefined))
}

describe('the texts', () => {
  test('exist in Swedish and English, with the same placeholders', () => {
    expect([...en.keys()].sort()).toEqual([...sv.keys()].sort())
    for (const [key, text] of sv) expect([key, placeholders(en.get(key)!)]).toEqual([key, placeholders(text)])
  })

  test('are all said, and none is only a copy of the other language', () => {
    for (const texts of [sv, en]) for (const [key, text] of texts) expect(text.trim(), key).not.toBe('')
    const same = [...sv].filter(([key, text]) => /\s\S+\s/.test(text) && en.get(key) === text)
    expect(same).toEqual([])
  })

  test('can be read by the formatter', () => {
    const fail = (error: Error) => { throw error }
    for (const [locale, texts] of [['sv', sv], ['en', en]] as const) {
      const t = createTranslator({ locale, messages: messages[locale], onError: fail })
      const format = t as (key: string, values: Record<string, number>) => string
      for (const [key, text] of texts) expect(format(key, Object.fromEntries(placeholders(text).map((name) => [name, 2])))).not.toContain('{')
    }
  })

  test('have every message that the domain throws', () => {
    const keys = keysThrown()
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter((key) => !sv.has(`errors.${key}`))).toEqual([])
  })
})
