import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** Why an article stays in the trash: readers saw it once, or another text, or the history of the links desk, names it. */
export type KeptBecause = 'wasLive' | 'isNamed'

/** Of the article `a`: a text of `KeptBecause`, or null when its time in the trash ends. */
export const keepsTrashed = Prisma.sql`
  CASE WHEN EXISTS (SELECT FROM publication p WHERE p.article_id = a.id) THEN 'wasLive'
       WHEN EXISTS (SELECT FROM link_target t JOIN link_target n ON n.id = t.id OR n.merged_into_id = t.id WHERE t.kind = 'article' AND t.article_id = a.id
         AND (n.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM link_use u WHERE u.target_id = n.id AND u.article_id <> a.id)
           OR EXISTS (SELECT FROM link_change c WHERE c.from_id = n.id OR c.into_id = n.id))) THEN 'isNamed' END`
