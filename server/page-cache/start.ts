import { pageEnv } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { announcePages } from '@/lib/platform/page-state'
import type { Render } from './capture'
import { Changes } from './changes'
import { PageFront } from './front'

const MB = 1_000_000

/** The page cache in front of a handler, hearing of changes; what readers asked for most is rendered when it first does. */
export function startPageCache(render: Render): { front: PageFront; stop: () => Promise<void> } {
  const { SITE_URL, PAGE_CACHE_MB, PAGE_KEPT_MINUTES, PURGE_URL } = pageEnv()
  const front = new PageFront({
    render, host: new URL(SITE_URL).host, limit: PAGE_CACHE_MB * MB, keptFor: PAGE_KEPT_MINUTES * 60_000, speaksSurrogate: PURGE_URL !== undefined,
  })
  let isWarm = false
  const changes: Changes = new Changes({
    onChange: ({ tags, forget }) => front.overtake(tags, forget),
    onGap: () => front.overtakeAll(),
    hottest: (count) => front.hottest(count),
    onListening: (isListening) => {
      front.isListening = isListening
      if (!isListening || isWarm) return
      isWarm = true
      changes.hotKeys().then((keys) => front.warm(keys)).catch((error: unknown) => log.warn({ err: error }, 'pages: not warmed'))
    },
  })
  announcePages(() => front.state)
  changes.start()
  return { front, stop: () => changes.stop() }
}
