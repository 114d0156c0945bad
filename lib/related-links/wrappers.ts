const DEEPEST = 3

/**
 * The address as given, and what is inside it when it is a redirector's or an AMP cache's, one by one, found without the
 * network. What is wrapped deeper than three times is left as it is.
 */
export function layersOf(url: URL, parse: (text: string) => URL | null): URL[] {
  const layers = [url]
  for (let inner = inside(url, parse); inner; inner = inside(inner, parse)) {
    if (layers.length > DEEPEST) return [url]
    layers.push(inner)
  }
  return layers
}

type Parse = (text: string) => URL | null

function inside(url: URL, parse: Parse): URL | null {
  const host = url.hostname.replace(/^www\./, '')
  const value = (name: string): URL | null => addressIn(url.searchParams.get(name), parse)
  if (/^google(\.[a-z]{2,3}){1,2}$/.test(host)) return url.pathname === '/url' ? (value('q') ?? value('url')) : ampTarget(url, /^\/amp\/(s\/)?/, parse)
  if (/^lm?\.facebook\.com$/.test(host) && url.pathname === '/l.php') return value('u')
  if (/(^|\.)safelinks\.protection\.outlook\.com$/.test(host)) return value('url')
  if (host.endsWith('.cdn.ampproject.org')) return ampTarget(url, /^\/[cv]\/(s\/)?/, parse)
  return null
}

/** The cache's own parameters are its own, as those of a redirector are; all others belong to the page. */
const AMP_OWN = /^(amp_.*|usqp|aoh)$/

function ampTarget(url: URL, prefix: RegExp, parse: Parse): URL | null {
  const match = prefix.exec(url.pathname)
  if (!match) return null
  const query = url.search.slice(1).split('&').filter((pair) => pair && !AMP_OWN.test(pair.split('=', 1)[0]!))
  return addressIn(`${match[1] ? 'https' : 'http'}://${url.pathname.slice(match[0].length)}${query.length > 0 ? `?${query.join('&')}` : ''}${url.hash}`, parse)
}

/** A search for one word is no address: without a scheme it needs a dot. */
function addressIn(text: string | null, parse: Parse): URL | null {
  const url = text ? parse(text) : null
  return url && (/^\s*(https?:)?\/\//i.test(text!) || url.hostname.includes('.')) ? url : null
}
