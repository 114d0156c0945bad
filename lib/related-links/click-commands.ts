// Readers' clicks are numbers of a day: nothing of the reader is asked, sent or kept.
import { db } from '@/lib/platform/db'
import type { Click } from './schema'

/** Counts a click on a block that the article's readers have before them now; false, and nothing counted, for any other. */
export async function countClick({ article, target }: Click): Promise<boolean> {
  const counted = await db.$executeRaw`
    INSERT INTO link_click (target_id, day, count)
    SELECT ${target}::uuid, (clock_timestamp() AT TIME ZONE s.time_zone)::date, 1 FROM settings s
    WHERE s.id = 1 AND EXISTS (SELECT FROM publication p JOIN link_use u ON u.revision_id = p.revision_id
      WHERE p.article_id = ${article}::uuid AND p.live_from <= clock_timestamp() AND (p.live_until IS NULL OR clock_timestamp() < p.live_until)
        AND u.target_id = ${target}::uuid AND u.place = 'block')
    ON CONFLICT (target_id, day) DO UPDATE SET count = link_click.count + 1`
  return counted > 0
}
