'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { HINT, INPUT, LABEL } from './field'

export type Suggestion = { id: string; name: string; note?: string }
/** `problem`: why there are no more. */
export type Found = { rows: Suggestion[]; problem?: string }
/** False: nothing came of it, and what was typed stands there again. */
type Picked = void | Promise<void | boolean>
type Props = {
  label: string
  placeholder?: string
  /** never rejects */
  search: (query: string) => Promise<Found>
  onPick: (suggestion: Suggestion) => Picked
  /** hears what is typed; nothing after a pick */
  onWords?: (words: string) => void
  /** offers to make what was typed, when nothing has just that name; null offers nothing */
  create?: { offer: (name: string) => string | null; run: (name: string) => Picked }
  emptyText: string
  isDisabled?: boolean
  hideLabel?: boolean
  autoFocus?: boolean
  /** suggests before anything is typed, too */
  eager?: boolean
}
const CREATE = 'create:'
const PAUSE_MS = 120

/** `isKnown`: the rows are those of the text, and none means that there are none. */
function useFound(text: string, search: Props['search'], eager: boolean): { found: Suggestion[]; problem?: string; isKnown: boolean } {
  const [{ rows: found, problem, of }, setFound] = useState<Found & { of: string | null }>({ rows: [], of: null })
  const latest = useRef(search)
  useEffect(() => { latest.current = search })
  useEffect(() => {
    let current = true
    const rows = text.trim() || eager ? () => latest.current(text) : () => Promise.resolve<Found>({ rows: [] })
    const timer = setTimeout(() => void rows().then((all) => current && setFound({ ...all, of: text })), PAUSE_MS)
    return () => { current = false; clearTimeout(timer) }
  }, [text, eager])
  return { found, problem, isKnown: of === text }
}

const isAmong = (rows: readonly Suggestion[], name: string): boolean => name === '' || rows.some((row) => row.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'))

function withOffer(found: Suggestion[], name: string, create: Props['create']): Suggestion[] {
  const offered = isAmong(found, name) ? null : create?.offer(name)
  return offered ? [...found, { id: `${CREATE}${name}`, name: offered }] : found
}

const Problem = ({ words }: { words?: string }) => words && <p role="alert" className="px-3 py-2 text-[0.8125rem] font-medium text-stop-ink">{words}</p>

/** A field that suggests while one types, and is empty again after a pick. Replies to older words are dropped. Escape closes what it suggests, then what is around it. */
export function Typeahead({ label, placeholder, search, onPick, onWords, create, emptyText, isDisabled, hideLabel = false, autoFocus, eager = false }: Props) {
  const [text, setWords] = useState('')
  const setText = (words: string): void => {
    setWords(words)
    onWords?.(words)
  }
  const [isOpen, setOpen] = useState(false)
  const { found, problem, isKnown } = useFound(text, search, eager)
  const name = text.trim()
  const items = withOffer(found, name, create)
  const pick = (key: Key | null): void => {
    if (key === null) return
    setText('')
    const id = String(key)
    const row = found.find((suggestion) => suggestion.id === id)
    const picked = id.startsWith(CREATE) ? create?.run(id.slice(CREATE.length)) : row && onPick(row)
    void Promise.resolve(picked).then((isDone) => isDone === false && setText(text))
  }
  const isOpenable = eager || name !== ''
  const keepEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) event.stopPropagation()
  }
  return (
    <ComboBox className="flex flex-col gap-1" items={items} inputValue={text} onInputChange={setText} value={null} onChange={pick} menuTrigger={eager ? 'focus' : 'input'} allowsEmptyCollection={isOpenable} allowsCustomValue onOpenChange={setOpen} isDisabled={isDisabled}>
      <Label className={hideLabel ? 'sr-only' : LABEL}>{label}</Label>
      <div className="flex flex-col" onKeyDown={keepEscape}><Input className={INPUT} placeholder={placeholder} autoFocus={autoFocus} /></div>
      <Popover className="w-(--trigger-width) rounded-md border border-line bg-raised p-1 shadow-lg">
        <ListBox className="max-h-80 overflow-auto outline-none" renderEmptyState={() => !problem && <p className={`px-3 py-2 ${HINT}`}>{isKnown ? emptyText : '…'}</p>}>
          {(item: Suggestion) => (
            <ListBoxItem id={item.id} textValue={item.name} className="flex flex-col rounded px-3 py-2 text-sm data-[focused]:bg-hover">
              <span>{item.name}</span>
              {item.note && <span className={HINT}>{item.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
        <Problem words={problem} />
      </Popover>
      <Problem words={isOpen ? undefined : problem} />
    </ComboBox>
  )
}
