// Lets Node run the project's TypeScript by type stripping: '@/x' -> ./x.ts, no extension -> .ts, 'server-only' -> nothing.
// Use: node --import ./scripts/ts-hooks.mjs FILE, or import this file before the first import() of a .ts file.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url).href
const NOTHING = 'data:text/javascript,'

// Next's own bundles require() each other by paths that must stay as they are.
const isOurs = (url) => url?.startsWith(root) && !/\/(node_modules|\.next[^/]*)\//.test(url)
const onDisk = (url) => [url, `${url}.ts`].find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(fileURLToPath(candidate)))

function localUrl(specifier, parent) {
  if (specifier.startsWith('@/')) return new URL(specifier.slice(2), root).href
  return specifier.startsWith('.') ? new URL(specifier, parent).href : null
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!isOurs(context.parentURL)) return nextResolve(specifier, context)
    if (specifier === 'server-only') return { url: NOTHING, shortCircuit: true }
    const local = localUrl(specifier, context.parentURL)
    return nextResolve((local && onDisk(local)) ?? specifier, context)
  },
})
