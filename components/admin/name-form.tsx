'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Answer } from '@/lib/auth/define-action'
import { NAME_LENGTH } from '@/lib/tags/schema'

type Props = { name?: string; hint?: string; submit: string; isBusy: boolean; save: (name: string) => Promise<Answer<unknown>>; onDone: () => void; onCancel: () => void }

/** One name, asked for until it is taken. */
export function NameForm({ name: given = '', hint, submit, isBusy, save, onDone, onCancel }: Props) {
  const t = useTranslations('admin')
  const [name, setName] = useState(given)
  const [problem, setProblem] = useState<string | undefined>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const answer = await save(name)
    if (answer.ok) onDone()
    else setProblem(answer.fields?.name ?? answer.message)
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
      <Field label={t('name')} value={name} onChange={setName} error={problem} hint={hint} maxLength={NAME_LENGTH} autoFocus isRequired />
      <div className="flex justify-end gap-2"><Button look="quiet" onPress={onCancel}>{t('cancel')}</Button><Button look="primary" type="submit" isPending={isBusy}>{submit}</Button></div>
    </form>
  )
}
