import 'server-only'
import pino from 'pino'

/** JSON lines on stdout. Never given article texts, passwords, tokens or addresses of people. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined })
