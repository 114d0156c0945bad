import { Refusal } from '../running/config.mjs'
import { withDatabase } from './with-database.mjs'

/**
 * Every command by its words. `load` gives its function, which takes `{ args, stdin, stdout, stderr }` and resolves to an exit
 * code (nothing means 0). What needs the database has DATABASE_URL set when it is loaded.
 */
const COMMANDS = {
  'links check': { usage: 'links check < PAIRS.ndjson', help: 'judges pairs of links: the same or not', load: async () => (await import('./links-check.ts')).linksCheck },
  import: { usage: 'import FILE --title "..." --author EMAIL [--json]', help: 'makes a draft of a text file', database: true, load: async () => (await import('./import.ts')).importFile },
  'keys recompute': { usage: 'keys recompute', help: 'makes stored keys and the index of links again after the rules in code changed', database: true, load: async () => (await import('./keys-recompute.ts')).keysRecompute },
  'demo load': { usage: 'demo load', help: 'fills an empty database with the demo newsroom', database: true, load: async () => (await import('./demo.ts')).demoLoad },
  'first-admin': { usage: 'first-admin', help: 'prints a one-time link for the first admin while there is no user', database: true, load: async () => (await import('./first-admin.ts')).firstAdmin },
}

/** Runs one command line, e.g. ['links', 'check']; resolves to the exit code. */
export async function runCommand(words, streams = process) {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    streams.stdout.write(helpText())
    return words.length === 0 ? 2 : 0
  }
  const name = Object.keys(COMMANDS).find((key) => key.split(' ').every((word, i) => words[i] === word))
  if (!name) throw new Refusal(`There is no command "${words.slice(0, 2).join(' ')}". npm run spalt -- --help lists them.`)
  const command = COMMANDS[name]
  const { stdin, stdout, stderr } = streams
  const call = async () => (await (await command.load())({ args: words.slice(name.split(' ').length), stdin, stdout, stderr })) ?? 0
  return command.database ? withDatabase(call) : call()
}

function helpText() {
  const lines = Object.values(COMMANDS).map(({ usage, help }) => `  ${usage}\n      ${help}`)
  return `npm run --silent spalt -- COMMAND\n\n${lines.join('\n')}\n`
}
