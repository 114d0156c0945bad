'use client'
import { ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components'
import { LABEL } from '@/components/ui/field'
import { type Found, Typeahead } from '@/components/ui/typeahead'
import type { Named } from './snapshot'

type Props = {
  label: string; searchLabel: string; names: readonly Named[]; onChange: (names: Named[]) => void; error?: string; isDisabled: boolean; isOrdered?: boolean
  search: (query: string) => Promise<Found>
  create?: { offer: (name: string) => string; run: (name: string) => Promise<boolean> }
}
const SMALL = 'rounded p-1 text-quiet hover:bg-hover hover:text-ink'

/** Names that were chosen, and a field that finds or makes more. */
export function NameList({ label, searchLabel, names, onChange, error, isDisabled, isOrdered = false, search, create }: Props) {
  const t = useTranslations('editor.details')
  const up = (index: number) => onChange(names.map((name, i) => (i === index - 1 ? names[index]! : i === index ? names[index - 1]! : name)))
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className={`${LABEL} mb-1`}>{label}</legend>
      {names.length > 0 && (
        <ul className={isOrdered ? 'flex flex-col gap-1' : 'flex flex-wrap gap-1.5'}>
          {names.map(({ id, name }, i) => (
            <li key={id} className={`inline-flex min-h-8 max-w-full items-center gap-0.5 pl-3 text-sm ${isOrdered ? 'justify-between rounded-md bg-chosen pr-1' : 'rounded-full bg-chosen pr-1'}`}>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {!isDisabled && isOrdered && i > 0 && <Button aria-label={t('moveUp', { name })} onPress={() => up(i)} className={SMALL}><ArrowUp aria-hidden size={14} /></Button>}
              {!isDisabled && <Button aria-label={t('removeName', { name })} onPress={() => onChange(names.filter((each) => each.id !== id))} className={SMALL}><X aria-hidden size={14} /></Button>}
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && <Typeahead label={searchLabel} hideLabel placeholder={searchLabel} search={search} create={create} emptyText={t('noneFound')} onPick={({ id, name }) => onChange([...names, { id, name }])} />}
      {error && <p className="text-[0.8125rem] font-medium text-stop-ink">{error}</p>}
    </fieldset>
  )
}
