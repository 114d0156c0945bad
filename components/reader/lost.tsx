import type { Site, Teaser } from '@/lib/reader/model'
import { QUERY_LENGTH } from '@/lib/search/schema'
import { Latest } from './teaser'

export type LostKind = 'unknown' | 'gone'

export const LOST_TITLES: Record<LostKind, string> = { unknown: 'Sidan finns inte', gone: 'Artikeln är avpublicerad' }
const WORDS: Record<LostKind, { kicker: string; text: string; hint: string }> = {
  unknown: {
    kicker: '404',
    text: 'Vi hittar ingenting på den här adressen. Kanske blev ett tecken fel när den skrevs av, eller så har länken klippts av på vägen.',
    hint: 'Kontrollera adressen, eller börja om från början.',
  },
  gone: {
    kicker: '410',
    text: 'Texten har funnits här, men redaktionen har tagit bort den. Den går inte längre att läsa på den här adressen.',
    hint: 'Följde du en gammal länk? Det senaste läget hittar du bland våra andra artiklar.',
  },
}

/** What a reader gets at an address without a page: what happened, in the newsroom's own words (`line`) if it gave any, and the way on. */
export function Lost({ kind, line, site, items }: { kind: LostKind; line?: string; site: Site; items: readonly Teaser[] }) {
  const { kicker, text, hint } = WORDS[kind]
  return (
    <div className="message">
      <p className="kicker">{kicker}</p>
      <h1 className="headline">{LOST_TITLES[kind]}</h1>
      <p className="standfirst">{line || text}</p>
      <p>{hint}</p>
      <p><a className="onwards" href="/">Till förstasidan&nbsp;<span className="arrow" aria-hidden="true">→</span></a></p>
      <search>
        <form action="/search" className="search-form asked">
          <label htmlFor="q">Sök bland artiklarna</label>
          <input id="q" name="q" type="search" maxLength={QUERY_LENGTH} />
          <button type="submit">Sök</button>
        </form>
      </search>
      <Latest items={items} clock={site} title="Det senaste från redaktionen" />
    </div>
  )
}
