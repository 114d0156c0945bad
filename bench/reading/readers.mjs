// Readers at a steady pace, in a process of their own. Arguments: base address, paths joined by commas, requests a second. Prints a line of JSON at SIGTERM.
import { Agent, get } from 'node:http'

const [base, list, rate] = process.argv.slice(2)
const paths = list.split(',')
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const seen = { asked: 0, answered: 0, failed: 0, slowest: 0 }
const begun = performance.now()
setInterval(() => {
  const due = Math.floor(((performance.now() - begun) / 1000) * Number(rate))
  while (seen.asked < due && seen.asked - seen.answered - seen.failed < 2_000) ask(paths[seen.asked++ % paths.length])
}, 5)

function ask(path) {
  const sent = performance.now()
  get(base + path, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
    answer.resume().on('end', () => {
      seen[answer.statusCode < 500 ? 'answered' : 'failed']++
      seen.slowest = Math.max(seen.slowest, performance.now() - sent)
    })
  }).on('error', () => { seen.failed++ })
}

process.on('SIGTERM', () => {
  console.log(JSON.stringify({ ...seen, perSecond: Math.round(seen.answered / ((performance.now() - begun) / 1000)) }))
  process.exit(0)
})
