import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))

const ROLES = ['web', 'worker', 'all']
const DEFAULT_PORT = 3000
const MOST_PROCESSES = 64

/** Why Spalt does not start, in one line that says the cure. Never shown with a stack. */
export class Refusal extends Error {}

/** Reads .env beside package.json; what the environment already says wins. */
export function loadEnv(root = ROOT) {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/**
 * The configuration of one start. Pure; throws a Refusal that names the variable.
 * @param {NodeJS.ProcessEnv} env
 */
export function readConfig(env, root = ROOT) {
  const port = readPort(env.PORT)
  const config = {
    port,
    role: readRole(env.SPALT_ROLE),
    webProcesses: readWebProcesses(env.SPALT_WEB_PROCESSES),
    host: env.HOST || undefined,
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: resolve(root, env.SPALT_DATA_DIR || '.data'),
    siteUrl: readSiteUrl(env.SITE_URL || `http://localhost:${port}`),
    authSecret: env.AUTH_SECRET || undefined,
    demo: env.SPALT_DEMO !== 'no',
    durable: env.SPALT_DURABLE !== 'no',
  }
  const production = (env.NODE_ENV || 'production') === 'production'
  if (config.authSecret && config.authSecret.length < 32) {
    throw new Refusal('AUTH_SECRET is shorter than 32 characters: set a longer one, for example the output of `openssl rand -base64 32`.')
  }
  if (config.databaseUrl && production && !config.authSecret) {
    throw new Refusal('AUTH_SECRET is not set: with DATABASE_URL it is needed, the same for every process. Set it to the output of `openssl rand -base64 32`.')
  }
  return config
}

function readPort(value = '') {
  const port = value.trim() === '' ? DEFAULT_PORT : Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`PORT is "${value}": set it to a whole number from 1 to 65535, or leave it out for ${DEFAULT_PORT}.`)
}

function readRole(value) {
  const role = value || 'all'
  if (ROLES.includes(role)) return role
  throw new Refusal(`SPALT_ROLE is "${role}": set it to ${ROLES.join(', ')}, or leave it out for all.`)
}

function readWebProcesses(value = '', platform = process.platform) {
  const count = value.trim() === '' ? 1 : Number(value)
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES) throw new Refusal(`SPALT_WEB_PROCESSES is "${value}": set it to a whole number from 1 to ${MOST_PROCESSES}, at most one for each core.`)
  if (count > 1 && platform !== 'linux') throw new Refusal('SPALT_WEB_PROCESSES: only Linux shares one port out between processes. Leave it out.')
  return count
}

function readSiteUrl(value) {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new Refusal(`SITE_URL is "${value}": set it to the site's address, for example https://www.example.se.`)
}

/** Refuses a Node that cannot even install the pinned one. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Refusal(`This is Node ${version}; Spalt starts with Node 20.19 or newer. Install a newer Node from https://nodejs.org.`)
}

/** Refuses a taken port before minutes are spent on a start that must fail. */
export async function checkPort(port, host) {
  const problem = await tryListen(port, host)
  if (problem) throw portRefusal(problem, port, host)
}

/** The one line for a port that cannot be listened on. */
export function portRefusal(problem, port, host) {
  if (problem.code === 'EADDRINUSE') return new Refusal(`Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`)
  if (problem.code === 'EACCES') return new Refusal(`Port ${port} may not be opened by this user: choose one from 1024 up with PORT=3000 npm start.`)
  return new Refusal(`Cannot listen on ${host ?? 'any address'}, port ${port} (${problem.code}): check HOST and PORT.`)
}

/** A port that nobody listens on at this moment. */
export async function findFreePort() {
  const server = createServer()
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

/** Resolves to null when the port is free, else to the error. */
export function tryListen(port, host) {
  const server = createServer()
  return new Promise((done) => {
    server.once('error', done)
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)))
  })
}
