// Lets Node 24 run the project's TypeScript: '@/x' -> ./x.ts, extensionless -> .ts, 'server-only' -> nothing.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url).href
// Next's own bundles require() each other and must be left alone.
const isOurs = (url) => url?.startsWith(root) && !/\/(node_modules|\.next[^/]*)\//.test(url)
const onDisk = (url) => [url, `${url}.ts`, `${url}/index.ts`].find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(fileURLToPath(candidate)))

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!isOurs(context.parentURL)) return nextResolve(specifier, context)
    if (specifier === 'server-only') return { url: 'data:text/javascript,', shortCircuit: true }
    const local = specifier.startsWith('@/') ? new URL(specifier.slice(2), root) : specifier.startsWith('.') ? new URL(specifier, context.parentURL) : null
    return nextResolve((local && onDisk(local.href)) ?? specifier, context)
  },
})
