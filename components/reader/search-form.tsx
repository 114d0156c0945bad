import { LABEL_NAMES, type Site } from '@/lib/reader/model'
import { QUERY_LENGTH, type SearchInput } from '@/lib/search/schema'

/** A form as forms are: it needs no script. What was typed stands in it again. */
export function SearchForm({ input, site }: { input: SearchInput; site: Site }) {
  const { q, section, label, from, to, sort } = input
  const isNarrowed = Boolean(section ?? label ?? from ?? to) || sort !== 'best'
  return (
    <search>
      <form action="/search" className="search-form">
        <div className="asked">
          <label htmlFor="q">Sökord</label>
          <input id="q" name="q" type="search" defaultValue={q} maxLength={QUERY_LENGTH} autoComplete="off" enterKeyHint="search" />
          <button type="submit">Sök</button>
        </div>
        <div id="forslag" className="suggestions" role="status" />
        <details open={isNarrowed}>
          <summary>Urval och ordning</summary>
          <div className="choices">
            <Choice id="section" title="Avdelning" value={section} any="Alla avdelningar" options={site.sections.map(({ name, slug }) => [slug, name])} />
            <Choice id="label" title="Texttyp" value={label} any="Alla texttyper" options={Object.entries(LABEL_NAMES)} />
            <Month id="from" title="Från månad" value={from} />
            <Month id="to" title="Till månad" value={to} />
            <Choice id="sort" title="Ordning" value={sort} options={[['best', 'Bäst träff först'], ['newest', 'Nyast först']]} />
          </div>
        </details>
      </form>
    </search>
  )
}

type ChoiceProps = { id: string; title: string; value: string | undefined; any?: string; options: readonly (readonly [string, string])[] }

function Choice({ id, title, value, any, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={id}>{title}</label>
      <select id={id} name={id} defaultValue={value ?? ''}>
        {any && <option value="">{any}</option>}
        {options.map(([each, name]) => <option key={each} value={each}>{name}</option>)}
      </select>
    </div>
  )
}

/** Browsers without a month's field show one for text. */
function Month({ id, title, value }: { id: string; title: string; value: string | undefined }) {
  return (
    <div>
      <label htmlFor={id}>{title}</label>
      <input id={id} name={id} type="month" defaultValue={value} placeholder="ÅÅÅÅ-MM" pattern="[12][0-9]{3}-(0[1-9]|1[0-2])" />
    </div>
  )
}
