import 'server-only'
import type { z } from 'zod'
import { AppError, type ErrorCode, isAppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { errorText } from './error-text'
import type { Actor } from './model'
import { currentActor } from './session'

export type Refusal = { ok: false; code: ErrorCode | 'UNEXPECTED'; message: string; fields?: Record<string, string>; data?: unknown }
export type Answer<T> = { ok: true; data: T } | Refusal

/**
 * The only way to make a server action: asks for the actor, checks the input against the schema, runs `fn`, and answers
 * with data or a translated refusal. Field messages are keys of the `errors` texts, in schemas too.
 */
export function defineAction<S extends z.ZodType, T>(schema: S, fn: (actor: Actor, input: z.output<S>) => Promise<T>) {
  return (input: z.input<S>): Promise<Answer<T>> => answerRequest((actor) => fn(actor, parse(schema, input)))
}

/** The same for a route that takes what an action cannot, like a file: `fn` checks its input. */
export async function answerRequest<T>(fn: (actor: Actor) => Promise<T>): Promise<Answer<T>> {
  try {
    const actor = await currentActor()
    if (!actor) throw new AppError('UNAUTHENTICATED', 'signedOut')
    return { ok: true, data: await fn(actor) }
  } catch (error) {
    return refuse(error)
  }
}

/** The same for what a signed-out visitor may do (set a password by a one-time link). */
export function definePublicAction<S extends z.ZodType, T>(schema: S, fn: (input: z.output<S>) => Promise<T>) {
  return async (input: z.input<S>): Promise<Answer<T>> => {
    try {
      return { ok: true, data: await fn(parse(schema, input)) }
    } catch (error) {
      return refuse(error)
    }
  }
}

/** What became of one of several things that were asked for at once. */
export type EachAnswer = Answer<null> & { articleId: string }

/** Does the same to each, one after the other, each in a transaction of its own: what is refused does not stop the others, and says why. */
export async function answerEach<T extends { articleId: string }>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<{ each: EachAnswer[] }> {
  const each: EachAnswer[] = []
  for (const item of items) {
    const answer = await run(item).then(() => ({ ok: true, data: null }) as const, refuse)
    each.push({ articleId: item.articleId, ...answer })
  }
  return { each }
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]).reverse())
  throw new AppError('INVALID', 'invalidInput', { fields })
}

async function refuse(error: unknown): Promise<Refusal> {
  const say = await errorText()
  if (!isAppError(error)) {
    log.error({ err: error }, 'an action failed')
    return { ok: false, code: 'UNEXPECTED', message: say('unexpected') }
  }
  const fields = Object.fromEntries(Object.entries(error.fields).map(([name, key]) => [name, say(key, error.params)]))
  return { ok: false, code: error.code, message: say(error.message, error.params), fields, data: error.data }
}
