'use client'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useDeed } from '@/components/desk/use-deed'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type Role, ROLES } from '@/lib/auth/model'
import { createUser } from '@/lib/users/actions'
import { type GivenLink, OneTimeLink } from './one-time-link'

/** A new account: its owner sets the password by the link that comes of it. */
export function NewUser() {
  const t = useTranslations('admin')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}><UserPlus aria-hidden size={16} />{t('newUser')}</Button>
      <Dialog title={t('newUser')} closeLabel={t('close')} isOpen={isOpen} onClose={() => setOpen(false)}><Form onDone={() => setOpen(false)} /></Dialog>
    </>
  )
}

function Form({ onDone }: { onDone: () => void }) {
  const t = useTranslations('admin')
  const roles = useTranslations('auth.roles')
  const { run, isHeld } = useDeed()
  const [given, setGiven] = useState({ name: '', email: '', role: 'writer' as Role })
  const [fields, setFields] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [link, setLink] = useState<GivenLink | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await run(() => createUser(given))
    setFields(answer.ok ? {} : (answer.fields ?? {}))
    setProblem(answer.ok || Object.keys(answer.fields ?? {}).length > 0 ? null : answer.message)
    if (!answer.ok) return
    setLink(answer.data)
  }
  if (link) return <><OneTimeLink name={given.name} email={given.email} given={link} /><div className="flex justify-end"><Button look="primary" onPress={onDone}>{t('done')}</Button></div></>
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('name')} value={given.name} onChange={(name) => setGiven({ ...given, name })} error={fields.name} autoFocus isRequired hint={t('nameHint')} />
      <Field label={t('email')} type="email" value={given.email} onChange={(email) => setGiven({ ...given, email })} error={fields.email} isRequired />
      <Select label={t('role')} value={given.role} options={ROLES.map((id) => ({ id, name: roles(id) }))} onChange={(role) => setGiven({ ...given, role: role as Role })} />
      <p className="-mt-2 text-[0.8125rem] text-quiet">{t(`roleHint.${given.role}`)}</p>
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="flex justify-end gap-2"><Button look="quiet" onPress={onDone}>{t('cancel')}</Button><Button look="primary" type="submit" isPending={isHeld}>{t('createUser')}</Button></div>
    </form>
  )
}
