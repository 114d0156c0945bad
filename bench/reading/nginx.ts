import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { findFreePort } from '../../scripts/running/config.mjs'

export type Peer = { url: string; stop: () => Promise<void> }

/**
 * nginx with one worker that serves these bytes from disk, packed beforehand (gzip_static): the measure of how fast a page can be given.
 * `keepsOpen`: it keeps the file open too (open_file_cache), which it does not do by itself.
 */
export async function startNginx(into: string, body: Buffer, { keepsOpen }: { keepsOpen: boolean }): Promise<Peer> {
  const port = await findFreePort()
  const dir = join(into, keepsOpen ? 'nginx-open' : 'nginx')
  const root = join(dir, 'www')
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'page.html'), body)
  writeFileSync(join(root, 'page.html.gz'), gzipSync(body))
  const config = join(dir, 'nginx.conf')
  writeFileSync(config, `worker_processes 1; daemon off; pid ${dir}/nginx.pid; error_log ${dir}/error.log; user root;
events { worker_connections 512; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; ${keepsOpen ? 'open_file_cache max=100; ' : ''}types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${root}; gzip_static on; add_header Cache-Control "public, max-age=0, must-revalidate"; } }`)
  return peerOf(spawn('nginx', ['-c', config, '-p', dir], { stdio: 'ignore' }), port)
}

/** A bare node:http server that gives the same bytes from memory. */
export async function startBare(dir: string, body: Buffer): Promise<Peer> {
  const port = await findFreePort()
  const file = join(dir, 'bare.gz')
  writeFileSync(file, gzipSync(body))
  return peerOf(spawn(process.execPath, [join(import.meta.dirname, 'bare.mjs'), String(port), file], { stdio: 'ignore' }), port)
}

async function peerOf(child: ChildProcess, port: number): Promise<Peer> {
  const url = `http://127.0.0.1:${port}/page.html`
  for (let n = 0; n < 100; n++) {
    if (await fetch(url).then((answer) => answer.ok, () => false)) break
    await sleep(50)
  }
  return {
    url,
    stop: () => new Promise((done) => {
      child.once('exit', () => done())
      child.kill('SIGTERM')
    }),
  }
}
