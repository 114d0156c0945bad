import type { Site, Teaser } from '@/lib/reader/model'
import { QUERY_LENGTH } from '@/lib/search/schema'
import { Latest } from './teaser'

/** `unpublished` may come back; `killed` is what the newsroom has taken away, and `line` then its own words */
export type LostKind = 'unknown' | 'unpublished' | 'killed'

export const LOST_TITLES: Record<LostKind, string> = { unknown: 'Sidan finns inte', unpublished: 'Artikeln är avpublicerad', killed: 'Artikeln är borttagen' }
const WORDS: Record<LostKind, { kicker: string; text: string; hint: string }> = {
  unknown: {
    kicker: '404',
    text: 'Vi hittar ingenting på den här adressen. Kanske blev ett tecken fel när den skrevs av, eller så har länken klippts av på vägen.',
    hint: 'Kontrollera adressen, eller börja om från början.',
  },
  unpublished: {
    kicker: '410',
    text: 'Texten har funnits här, men redaktionen har avpublicerat den. Just nu går den inte att läsa.',
    hint: 'Sök på ämnet, eller läs vidare bland det senaste.',
  },
  killed: {
    kicker: '410',
    text: 'Redaktionen har tagit bort texten. Den går inte längre att läsa här.',
    hint: 'Sök på ämnet, eller läs vidare bland det senaste.',
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
