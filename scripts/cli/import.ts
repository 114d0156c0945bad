import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Imported, importArticle } from '@/lib/articles/commands'
import { LIMITS } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { env } from '@/lib/platform/env'
import { isAppError } from '@/lib/platform/errors'
import { explain } from '@/lib/related-links/model'
import { findActiveUserByEmail } from '@/lib/users/queries'
import errors from '@/messages/en/errors.json' with { type: 'json' }

const USAGE = 'usage: npm run --silent spalt -- import FILE --title "..." --author EMAIL [--json]'
type Streams = { args: readonly string[]; stdout: Writable; stderr: Writable }

/** Why a file was not imported, in one line that says the cure. */
class ImportRefused extends Error {}

/** Makes a draft of a text file by the same command as the desk. Exit status: 0, or 1 with one line on stderr and nothing made. */
export async function importFile({ args, stdout, stderr }: Streams): Promise<number> {
  try {
    const { file, title, author, json } = readArguments(args)
    const actor = await activeAuthor(author)
    const text = await readText(file)
    const imported = await importArticle({ actor, headline: title, text })
    stdout.write(json ? `${JSON.stringify(reportOf(imported))}\n` : describe(title, reportOf(imported)))
    return 0
  } catch (error) {
    stderr.write(`${refusalOf(error)}\n`)
    return 1
  }
}

function refusalOf(error: unknown): string {
  if (error instanceof ImportRefused) return error.message
  if (!isAppError(error)) throw error
  const say = (key: string): string => (errors as Record<string, string>)[key] ?? key
  return [error.message, ...Object.values(error.fields)].map(say).join(' ')
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new ImportRefused(`Name one file to import.\n${USAGE}`)
  const title = values.title?.trim()
  if (!title) throw new ImportRefused(`The article needs a headline: add --title "...".\n${USAGE}`)
  if (title.length > LIMITS.headline) throw new ImportRefused(`The headline is longer than ${LIMITS.headline} characters: shorten --title.`)
  if (!values.author?.trim()) throw new ImportRefused(`The article needs an author: add --author with the e-mail address of a user.\n${USAGE}`)
  return { file, title, author: values.author, json: values.json === true }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { title: { type: 'string' }, author: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) {
    throw new ImportRefused(`${(error as Error).message}\n${USAGE}`)
  }
}

async function activeAuthor(email: string): Promise<Actor> {
  const actor = await findActiveUserByEmail(email)
  if (!actor) throw new ImportRefused(`There is no active user with the address ${email.trim()}: check the spelling, or ask an admin whether the account is deactivated.`)
  return actor
}

/** The file's text; `npm run` changes the folder, so paths count from where it was called. */
async function readText(file: string): Promise<string> {
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const bytes = await readLimited(path, file)
  const text = decode(bytes, file)
  if (!text.replace(/[\s\ufeff\0]/g, '')) throw new ImportRefused(`${file} is empty: there is nothing to import.`)
  return text
}

async function readLimited(path: string, file: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > LIMITS.bodyBytes) throw new ImportRefused(`${file} is larger than 4 MB: split it.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new ImportRefused(`There is no file ${file}: check its name and folder.`)
    throw new ImportRefused(`${file} cannot be read (${code}): name a text file that you may open.`)
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ImportRefused(`${file} is not UTF-8 text: save it as UTF-8 and try again.`)
  }
}

const deskUrl = (articleId: string): string => `${env().SITE_URL}/desk/articles/${articleId}`

type Report = ReturnType<typeof reportOf>
/** `at` and `sameAs` count the LÄS OCKSÅ of the article from 1. */
const reportOf = ({ articleId, dateline, hasStandfirst, counts, findings, nearDuplicates }: Imported) => ({
  articleId,
  deskUrl: deskUrl(articleId),
  dateline,
  standfirst: hasStandfirst,
  ...counts,
  findings: findings.map(({ verdict, reason, index, of }) => ({ verdict, reason, text: explain(reason, 'en'), at: index + 1, sameAs: of + 1 })),
  nearDuplicates: nearDuplicates.map(({ id, headline, kind, share, state, at }) => ({ articleId: id, deskUrl: deskUrl(id), headline, kind, share, state, at: at.toISOString() })),
})

function describe(title: string, { deskUrl, dateline, standfirst, paragraphs, subheadings, readAlso, findings, nearDuplicates }: Report): string {
  const some = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
  const parts = [
    ...(dateline ? [`date ${dateline}`] : []), standfirst ? 'standfirst' : 'no standfirst',
    some(paragraphs, 'paragraph', 'paragraphs'), some(subheadings, 'subheading', 'subheadings'), `${readAlso} LÄS OCKSÅ`,
  ]
  const found = findings.map((finding) => `  LÄS OCKSÅ number ${finding.at}: ${finding.text}\n`)
  const alike = nearDuplicates.map((other) => `  Nearly the text of "${other.headline}" (${other.state}): ${other.share} % of this one is also there. ${other.deskUrl}\n`)
  return `Made the draft "${title}": ${parts.join(', ')}.\n${found.join('')}${alike.join('')}${deskUrl}\n`
}
