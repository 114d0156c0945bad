import { type Look, sendLost, sendPage } from '@/app/(reader)/respond'
import { Document } from '@/components/reader/document'
import { SiteText } from '@/components/reader/site-text'
import { findSite } from '@/lib/reader/queries'

const PAGES = { about: { path: '/om', title: (name: string) => `Om ${name}` }, contact: { path: '/kontakt', title: () => 'Kontakt' } } as const

/** A page that an admin writes in the settings; without a text there is none. */
export async function sendSiteText(which: keyof typeof PAGES, look: Look): Promise<Response> {
  const { site, about, contact, securityContact: _securityContact, ...fresh } = await findSite({ at: look.at })
  const text = which === 'about' ? about : contact
  if (!text) return sendLost('unknown', { fresh, look })
  const title = PAGES[which].title(site.name)
  return sendPage(<Document head={{ title: which === 'about' ? title : `${title} – ${site.name}`, path: PAGES[which].path }} site={site} strip={look.strip}><SiteText title={title} text={text} /></Document>, { fresh })
}
