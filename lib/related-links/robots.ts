import parseRobots from 'robots-parser'

/** The name by which a robots.txt can speak of us. */
export const ROBOT = 'SpaltLinkCheck'

/** Whether a host's robots.txt lets us ask for an address on it. */
export const robotsAllow = (text: string, url: URL): boolean => parseRobots(new URL('/robots.txt', url).href, text).isAllowed(url.href, ROBOT) ?? true
