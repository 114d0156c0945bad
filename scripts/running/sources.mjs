import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './config.mjs'

const BUILT_FROM = [
  'app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma', 'scripts/assets.mjs', 'scripts/inline-css-loader.mjs',
  'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json',
]
const MADE_OR_UNUSED = /\.test\.tsx?$|\.generated\.ts$|^public\/assets\//

/** A name for the state of everything that the build reads; tests and made files leave it as it is. */
export function hashSources(root = ROOT, paths = BUILT_FROM) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    const name = relative(root, file)
    if (MADE_OR_UNUSED.test(name)) continue
    const content = readFileSync(file)
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
