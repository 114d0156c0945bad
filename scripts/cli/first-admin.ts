import type { Writable } from 'node:stream'
import { issueFirstAdminLink } from '@/lib/users/commands'

/** Prints a one-time link for the first admin; nothing while there are users. */
export async function firstAdmin({ stdout }: { stdout: Writable }): Promise<number> {
  const link = await issueFirstAdminLink()
  if (link) stdout.write(`${link}\n`)
  return 0
}
