/** What an Accept-Encoding header takes: by name, with `*` for those that it does not list, and what it rules out ruled out. */
export function acceptedBy(header: string): (name: string) => boolean {
  const offers = new Map(
    header.toLowerCase().split(',').map((offer) => {
      const [name = '', ...parameters] = offer.split(';').map((part) => part.trim())
      const quality = parameters.find((part) => part.startsWith('q='))
      return [name, quality ? Number(quality.slice(2)) : 1]
    }),
  )
  return (name) => (offers.get(name) ?? offers.get('*') ?? 0) > 0
}
