import type { IncomingMessage } from 'node:http'

/** The few headers that a remembered page depends on. Read from the list as it came: the object of all headers, made when first asked for, takes longer than the answer. */
export type Asked = { encodings: string; known: string | undefined; isUpgrade: boolean }

/** Repeated headers are joined by a comma, as Node does. */
export function askedOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Asked {
  const asked: Asked = { encodings: '', known: undefined, isUpgrade: false }
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!
    const value = rawHeaders[i + 1]!
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') asked.encodings = asked.encodings ? `${asked.encodings}, ${value}` : value
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') asked.known = asked.known === undefined ? value : `${asked.known}, ${value}`
    else if (name.length === 7 && name.toLowerCase() === 'upgrade') asked.isUpgrade = true
  }
  return asked
}
