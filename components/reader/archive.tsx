import { archivePath, type Month, monthName, shownMonth, type Site } from '@/lib/reader/model'
import type { ArchiveMonth } from '@/lib/reader/queries'

/** Every month that has articles, a year to a row. */
export function Archive({ months, site }: { months: readonly ArchiveMonth[]; site: Site }) {
  const years = [...Map.groupBy(months, ({ year }) => year)]
  return (
    <div className="listing">
      <header className="listing-head">
        <p className="kicker">{site.name}</p>
        <h1>Arkiv</h1>
      </header>
      {years.length === 0 && <div className="empty"><p className="standfirst">Arkivet är tomt än så länge. Här samlas allt som publiceras, månad för månad.</p></div>}
      {years.map(([year, inYear]) => (
        <section key={year} className="year" aria-labelledby={`ar-${year}`}>
          <h2 id={`ar-${year}`}>{year}</h2>
          <ul>
            {inYear.toReversed().map((month) => (
              <li key={month.month}><a href={archivePath(month)}>{monthName(month)} <span className="count">{articles(month.count)}</span></a></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const articles = (count: number): string => `${count.toLocaleString('sv-SE')} ${count === 1 ? 'artikel' : 'artiklar'}`

/** To the nearest months that have something. */
export function MonthWays({ previous, next }: { previous: Month | null; next: Month | null }) {
  return (
    <nav className="sides" aria-label="Månader">
      {previous && <a href={archivePath(previous)} rel="prev"><span className="arrow-back" aria-hidden="true">←</span> {shownMonth(previous)}</a>}
      <a href="/archive">Hela arkivet</a>
      {next && <a href={archivePath(next)} rel="next">{shownMonth(next)} <span className="arrow" aria-hidden="true">→</span></a>}
    </nav>
  )
}
