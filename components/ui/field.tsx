'use client'
import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components'

export const INPUT = 'w-full rounded-md border border-field-line bg-surface px-3 py-2 text-[0.9375rem] text-ink placeholder:text-quiet data-[invalid]:border-stop-ink data-[disabled]:opacity-60'
export const LABEL = 'text-[0.8125rem] font-semibold text-ink'
export const HINT = 'text-[0.8125rem] text-quiet'

/** The message of what is wrong with a field, in words and not by colour alone. */
export function FieldMessage({ children }: { children?: ReactNode }) {
  return <FieldError className="text-[0.8125rem] font-medium text-stop-ink">{children}</FieldError>
}

type Props = Omit<TextFieldProps, 'children'> & { label: string; hint?: ReactNode; error?: string; rows?: number; placeholder?: string }

/** A labelled text field with its hint and its error; with `rows` of several lines. */
export function Field({ label, hint, error, rows, placeholder, ...props }: Props) {
  return (
    <TextField {...props} isInvalid={Boolean(error)} validationBehavior="aria" className="flex flex-col gap-1">
      <Label className={LABEL}>{label}</Label>
      {rows ? <TextArea rows={rows} className={INPUT} placeholder={placeholder} /> : <Input className={INPUT} placeholder={placeholder} />}
      {hint && <Text slot="description" className={HINT}>{hint}</Text>}
      <FieldMessage>{error}</FieldMessage>
    </TextField>
  )
}
