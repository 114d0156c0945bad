import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Where a framework or a tool asks for the name. */
const ASKED_FOR = /(^|\/)(page|layout|route|error|global-error|not-found|loading|manifest|proxy|[\w.-]*config)\.\w+$|^prisma\/|\.d\.ts$/
const EXPORT = /^export (?:async )?(?:const|let|function\*?|class) ([\w$]+)/gm

test('what a file exports is used by another one: the rest is its own, or dead', () => {
  const files = globSync('**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['node_modules', '.next*', '.data*', 'prisma/generated', 'test-results'] })
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  const namedIn = new Map<string, Set<string>>()
  for (const [file, text] of texts) for (const [word] of text.matchAll(/[\w$]+/g)) namedIn.set(word, (namedIn.get(word) ?? new Set()).add(file))
  const idle = [...texts].filter(([file]) => !ASKED_FOR.test(file)).flatMap(([file, text]) => [...text.matchAll(EXPORT)].flatMap(([, name]) => (namedIn.get(name!)!.size > 1 ? [] : [`${file}: ${name}`])))
  expect(idle).toEqual([])
})
