// A bare node:http server that answers from memory: what the page cache could at most be. Arguments: port, file of the packed page.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, file] = process.argv.slice(2)
const body = readFileSync(file)
const pages = new Map([['/page.html', { body, head: ['content-type', 'text/html; charset=utf-8', 'cache-control', 'public, max-age=0, must-revalidate', 'content-encoding', 'gzip', 'content-length', String(body.length)] }]])
createServer((request, response) => {
  const page = pages.get(request.url)
  response.writeHead(page ? 200 : 404, page?.head).end(page?.body)
}).listen(Number(port), '127.0.0.1')
