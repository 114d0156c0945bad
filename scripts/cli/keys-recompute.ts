import type { Writable } from 'node:stream'
import { recomputeArticleKeys, repairLinkIndex } from '@/lib/articles/commands'
import type { OnBatch, Recomputed } from '@/lib/platform/recompute'
import { recomputeTargetKeys } from '@/lib/related-links/commands'
import { recomputeTagNames } from '@/lib/tags/commands'

/** In this order: the index leads to targets, whose twins are marked by their keys. */
const PARTS: { name: string; run: (onBatch: OnBatch) => Promise<Recomputed> }[] = [
  { name: 'tags', run: recomputeTagNames },
  { name: 'articles', run: recomputeArticleKeys },
  { name: 'targets of links', run: recomputeTargetKeys },
  { name: 'drafts and revisions in the index of links', run: repairLinkIndex },
]
const WORDS: Record<string, string> = {
  normalizedName: 'names', taken: 'names left, because another tag has them now (merge the two)', titleKey: 'title keys', plainText: 'search words', wordsHash: 'hashes of texts', bands: 'signatures',
  urlKey: 'address keys', weakUrlKey: 'weak address keys', rulings: "editors' rulings moved along", markers: 'marks of doubles', index: 'texts', counts: 'counts of uses',
}
/** ms between two lines of progress */
const PAUSE = 2_000

/** Makes everything that code computes and the database stores again, and says what was not what the code says now. Safe to stop and to run again. */
export async function keysRecompute({ stdout, stderr }: { stdout: Writable; stderr: Writable }): Promise<number> {
  for (const { name, run } of PARTS) {
    let said = performance.now()
    const { seen, changed } = await run((count) => {
      if (performance.now() - said < PAUSE) return
      said = performance.now()
      stderr.write(`${name}: ${count} ...\n`)
    })
    const counts = Object.entries(changed).map(([key, count]) => `${WORDS[key] ?? key} ${count}`)
    stdout.write(`${name}: ${seen} looked at, ${counts.length === 0 ? 'nothing to change' : `changed: ${counts.join(', ')}`}.\n`)
  }
  return 0
}
