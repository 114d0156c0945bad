'use client'
import { useTranslations } from 'next-intl'
import { signIn } from 'next-auth/react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PASSWORD } from '@/lib/auth/model'
import { createFirstAdmin, inspectLink, setPasswordByLink } from '@/lib/users/actions'

type Owner = { name: string; email: string } | null
type Link = { kind: 'looking' } | { kind: 'void'; message: string } | { kind: 'good'; token: string; owner: Owner }

/** Reads the one-time link's token from the address's fragment, which no server's log has seen. */
export function SetPassword() {
  const t = useTranslations('auth')
  const [link, setLink] = useState<Link>({ kind: 'looking' })
  useEffect(() => {
    const token = window.location.hash.slice(1)
    void inspectLink({ token: token || '-' }).then((answer) => setLink(answer.ok ? { kind: 'good', token, owner: answer.data } : { kind: 'void', message: answer.message }))
  }, [])
  if (link.kind === 'looking') return <p role="status" className="text-quiet">{t('looking')}</p>
  if (link.kind === 'good') return <Form token={link.token} owner={link.owner} />
  return (
    <div className="flex flex-col items-start gap-4">
      <p role="alert">{link.message}</p>
      <LinkButton href="/sign-in">{t('toSignIn')}</LinkButton>
    </div>
  )
}

function Form({ token, owner }: { token: string; owner: Owner }) {
  const t = useTranslations('auth')
  const [given, setGiven] = useState({ name: owner?.name ?? '', email: owner?.email ?? '', password: '' })
  const [fields, setFields] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const set = (name: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [name]: value }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await (owner ? setPasswordByLink({ token, password: given.password }) : createFirstAdmin({ token, ...given }))
    if (!answer.ok) {
      setBusy(false)
      setFields(answer.fields ?? {})
      return setProblem(Object.keys(answer.fields ?? {}).length > 0 ? null : answer.message)
    }
    const signed = await signIn('credentials', { email: answer.data.email, password: given.password, redirect: false }).catch(() => undefined)
    window.location.assign(signed?.ok ? '/desk' : '/sign-in')
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-sm text-quiet">{owner ? t('passwordFor', { name: owner.name, email: owner.email }) : t('firstAdmin')}</p>
      {!owner && <Field label={t('name')} value={given.name} onChange={set('name')} error={fields.name} autoComplete="name" isRequired autoFocus />}
      {!owner && <Field label={t('email')} type="email" value={given.email} onChange={set('email')} error={fields.email} autoComplete="username" isRequired />}
      <Field label={t('newPassword')} type="password" value={given.password} onChange={set('password')} error={fields.password} hint={t('passwordHint', { shortest: PASSWORD.shortest })} autoComplete="new-password" isRequired autoFocus={Boolean(owner)} />
      {problem && <p role="alert" className="rounded-md bg-stop-ground px-3 py-2 text-sm font-medium text-stop-ink">{problem}</p>}
      <Button look="primary" type="submit" isPending={isBusy}>{t('savePassword')}</Button>
    </form>
  )
}
