import type { ShownNote } from '@/lib/reader/model'
import { type Clock, Moment } from './meta-line'

const NAMES: Record<ShownNote['kind'], string> = { correction: 'Rättelse', update: 'Uppdatering' }

/** What readers are told about changes, newest first. An update without words stands in the line of meta alone. */
export function Notes({ notes, clock }: { notes: readonly ShownNote[]; clock: Clock }) {
  const said = notes.filter(({ text }) => text)
  if (said.length === 0) return null
  return (
    <aside className="notes" aria-label="Rättelser och uppdateringar">
      <ul>
        {said.map(({ kind, text, at }) => (
          <li key={at.toISOString()}>
            <p className="meta"><strong>{NAMES[kind]}</strong> <Moment at={at} clock={clock} /></p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
