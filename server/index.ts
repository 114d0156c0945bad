import { createServer, type Server } from 'node:http'
import next from 'next'
import { compress } from '@/server/compress'
import { guardRequest, refuseUpgrade } from '@/server/guard'
import { startPageCache } from '@/server/page-cache/start'

const HEADERS_TIMEOUT = 15_000
const REQUEST_TIMEOUT = 60_000
/** longer than the usual minute of a proxy in front, so that it is the proxy who closes idle connections */
const KEEP_ALIVE_TIMEOUT = 65_000
const PATIENCE = 8_000

/** `isShared`: other processes listen on the same port, and the kernel shares connections out between them (SO_REUSEPORT). */
export type ServeOptions = { port: number; host: string | undefined; dir: string; isShared: boolean }

/** Serves the site: Next's handler behind our own server. Resolves when it listens, with the function that stops it. */
export async function serve({ port, host, dir, isShared }: ServeOptions): Promise<() => Promise<void>> {
  const dev = process.env.NODE_ENV === 'development'
  // Next hangs its own upgrade handler on the server it is given; this one never listens.
  const aside = createServer()
  const app = next({ dev, dir, port, hostname: host ?? 'localhost', httpServer: aside })
  await app.prepare()
  const handle = app.getRequestHandler()
  const pages = dev ? null : startPageCache(handle)
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, keepAliveTimeout: KEEP_ALIVE_TIMEOUT, optimizeEmptyRequests: true }, (request, response) => {
    if (pages?.front.answerKnown(request, response)) return
    if (!guardRequest(request, response)) return
    if (pages?.front.answer(request, response)) return
    compress(request, response)
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (dev && request.url?.startsWith('/_next/')) aside.emit('upgrade', request, socket, head)
    else refuseUpgrade(socket)
  })
  await listen(server, { port, host, reusePort: isShared })
  return async () => {
    await close(server)
    await pages?.stop()
    await app.close()
    await disconnect()
  }
}

function listen(server: Server, where: { port: number; host: string | undefined; reusePort: boolean }): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(where, done)
  })
}

/** Answers what has been asked, then ends; a reader who never finishes does not hold up the stop. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearTimeout(timer)
}

async function disconnect(): Promise<void> {
  const { spaltDb } = globalThis as { spaltDb?: { $disconnect: () => Promise<void> } }
  await spaltDb?.$disconnect()
}
