'use client'
import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { FieldMessage, INPUT, LABEL } from './field'

type Option = { id: string; name: string }
type Props = { label: string; options: readonly Option[]; value: string | null; onChange: (id: string) => void; error?: string; placeholder?: string; isDisabled?: boolean; isPending?: boolean; isRequired?: boolean; hideLabel?: boolean }

/** A choice of one among few. */
export function Select({ label, options, value, onChange, error, placeholder, isDisabled, isPending, isRequired, hideLabel = false }: Props) {
  return (
    <AriaSelect className="flex flex-col gap-1" value={value} onChange={(key) => key !== null && !isPending && onChange(String(key))} isInvalid={Boolean(error)} validationBehavior="aria" placeholder={placeholder} isDisabled={isDisabled} isRequired={isRequired}>
      <Label className={hideLabel ? 'sr-only' : LABEL}>{label}</Label>
      <Button aria-disabled={isPending || undefined} className={`${INPUT} aria-disabled:opacity-60 flex items-center justify-between text-left`}>
        <SelectValue className="truncate data-[placeholder]:text-quiet" />
        <ChevronDown aria-hidden size={16} />
      </Button>
      <FieldMessage>{error}</FieldMessage>
      <Popover className="min-w-(--trigger-width) rounded-md border border-line bg-raised p-1 shadow-lg">
        <ListBox items={[...options]} className="max-h-72 overflow-auto outline-none">
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="rounded px-3 py-2 text-sm data-[focused]:bg-hover data-[selected]:font-semibold">
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
