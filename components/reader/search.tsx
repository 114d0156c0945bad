import { articlePath, type Site, type Teaser } from '@/lib/reader/model'
import type { SearchHit, SearchPage } from '@/lib/reader/queries'
import { markedRuns } from '@/lib/search/model'
import { PAGE_SIZE, type SearchInput } from '@/lib/search/schema'
import { MetaLine } from './meta-line'
import { SearchForm } from './search-form'
import { Latest } from './teaser'

type Props = { input: SearchInput; page: SearchPage | null; site: Site; waysOn: readonly Teaser[] }

/** The search's page: the form, what it found, and the way on when that is nothing. */
export function Search({ input, page, site, waysOn }: Props) {
  return (
    <div className="listing search">
      <header className="listing-head"><h1>Sök</h1></header>
      <SearchForm input={input} site={site} />
      {page && page.places.length > 0 && <Places places={page.places} />}
      {page && <Outcome input={input} page={page} />}
      {page && page.hits.length > 0 && <div className="rows">{page.hits.map((hit) => <Hit key={hit.teaser.id} hit={hit} site={site} />)}</div>}
      {page && <Pages input={input} total={page.total} />}
      {(!page || page.hits.length === 0) && <div className="empty"><Latest items={waysOn} clock={site} title="Det senaste från redaktionen" /></div>}
    </div>
  )
}

function Places({ places }: { places: SearchPage['places'] }) {
  return (
    <nav className="tags" aria-labelledby="platser">
      <h2 id="platser">Avdelningar, ämnen och skribenter</h2>
      <ul>{places.map(({ kind, name, slug }) => <li key={kind + slug}><a href={`/${kind}/${slug}`}>{name}</a></li>)}</ul>
    </nav>
  )
}

function Outcome({ input, page: { total, isCut, corrected, hits, places } }: { input: SearchInput; page: SearchPage }) {
  if (hits.length === 0 && input.page === 1) {
    return (
      <div className="outcome">
        <p className="standfirst">{places.length > 0 ? 'Inga artiklar hittades' : 'Ingenting hittades'} för <q>{input.q}</q>{isFiltered(input) && ' i det här urvalet'}.</p>
        <p>Prova färre eller andra ord{isFiltered(input) && <>, eller <a href={addressOf({ q: input.q })}>sök utan urval</a></>}. Ord i rubriker hittas också på sin början: <q>skatte</q> ger skattehöjning. I <a href="/archive">arkivet</a> ligger allt månad för månad.</p>
      </div>
    )
  }
  return (
    <div className="outcome">
      {corrected && <p className="standfirst">Ingenting hittades för <q>{input.q}</q>. Här är träffarna för <q>{corrected}</q>.</p>}
      <p>{isCut ? `Fler än ${total} träffar: de ${total} nyaste går att bläddra i.` : `${total} ${total === 1 ? 'träff' : 'träffar'}`}</p>
    </div>
  )
}

function Hit({ hit: { teaser, excerpt }, site }: { hit: SearchHit; site: Site }) {
  return (
    <article className="teaser teaser-roomy">
      <MetaLine {...teaser} clock={site} />
      <h2 className="headline"><a href={articlePath(teaser.slug)}><Marked text={excerpt.headline} /></a></h2>
      {excerpt.standfirst && <p className="standfirst"><Marked text={excerpt.standfirst} /></p>}
      {excerpt.text && <p className="excerpt">… <Marked text={excerpt.text} /> …</p>}
    </article>
  )
}

const Marked = ({ text }: { text: string }) => markedRuns(text).map((run, i) => (run.isHit ? <mark key={i}>{run.text}</mark> : run.text))

function Pages({ input, total }: { input: SearchInput; total: number }) {
  const last = Math.ceil(total / PAGE_SIZE)
  if (last <= 1 && input.page === 1) return null
  return (
    <nav className="sides" aria-label="Fler träffar">
      {input.page > 1 && <a href={addressOf({ ...input, page: input.page - 1 })} rel="prev"><span className="arrow-back" aria-hidden="true">←</span> Föregående träffar</a>}
      {last > 0 && <span>Sida {input.page} av {last}</span>}
      {input.page < last && <a href={addressOf({ ...input, page: input.page + 1 })} rel="next">Fler träffar <span className="arrow" aria-hidden="true">→</span></a>}
    </nav>
  )
}

const isFiltered = ({ section, label, from, to }: SearchInput): boolean => Boolean(section ?? label ?? from ?? to)

function addressOf({ page = 1, sort = 'best', ...rest }: Partial<SearchInput>): string {
  const named = { ...rest, sort: sort === 'best' ? undefined : sort, page: page > 1 ? String(page) : undefined }
  return `/search?${new URLSearchParams(Object.entries(named).filter((entry): entry is [string, string] => Boolean(entry[1])))}`
}

