import 'server-only'
import { db, type Reads } from '@/lib/platform/db'

/** The user's own byline; null when there is none. */
export async function findBylineOf(userId: string, reads: Reads = db): Promise<{ id: string; name: string } | null> {
  return reads.byline.findFirst({ where: { userId }, orderBy: { createdAt: 'asc' }, select: { id: true, name: true } })
}
