const DEEPEST = 3

/** The address inside redirectors and AMP caches, found without the network, at most 3 deep. */
export function unwrap(url: URL): URL {
  let current = url
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const inner = inside(current)
    if (!inner) return current
    current = inner
  }
  return current
}

function inside(url: URL): URL | null {
  const host = url.hostname.replace(/^www\./, '')
  if (/^google(\.[a-z]{2,3}){1,2}$/.test(host)) return googleTarget(url)
  if (/^(l|lm)\.facebook\.com$/.test(host) && url.pathname === '/l.php') return address(url.searchParams.get('u'))
  if (host.endsWith('.safelinks.protection.outlook.com')) return address(url.searchParams.get('url'))
  if (host.endsWith('.cdn.ampproject.org')) return ampPath(url.pathname, /^\/[cv]\/(s\/)?/)
  return null
}

function googleTarget(url: URL): URL | null {
  if (url.pathname === '/url') return address(url.searchParams.get('q')) ?? address(url.searchParams.get('url'))
  return ampPath(url.pathname, /^\/amp\/(s\/)?/, url.search)
}

function ampPath(path: string, prefix: RegExp, search = ''): URL | null {
  const match = prefix.exec(path)
  return match ? address(`${match[1] ? 'https' : 'http'}://${path.slice(match[0].length)}${search}`) : null
}

function address(text: string | null): URL | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}
