import { useTranslations } from 'next-intl'
import type { DeskTarget } from '@/lib/related-links/queries'

type Named = Pick<DeskTarget, 'kind' | 'title' | 'url'>

/** What a target is called: its headline, its address, or its words. */
export function useTargetName(): (target: Named) => string {
  const t = useTranslations('links')
  return ({ kind, title, url }) => (kind === 'url' ? shortAddress(url!) : title || t('untitled'))
}

const shortAddress = (url: string): string => {
  if (!URL.canParse(url)) return url
  const { host, pathname, search } = new URL(url)
  return host.replace(/^www\./, '') + (pathname === '/' ? '' : decode(pathname)) + search
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
