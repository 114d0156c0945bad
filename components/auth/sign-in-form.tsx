'use client'
import { useTranslations } from 'next-intl'
import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** E-mail and password; `next` is an own path. What was typed stays when it was wrong. */
export function SignInForm({ next, email: given = '' }: { next: string; email?: string }) {
  const t = useTranslations('auth')
  const errors = useTranslations('errors')
  const [email, setEmail] = useState(given)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const explain = (error: string): string => {
    const [code, minutes] = error.split(':')
    if (code === 'RATE_LIMITED') return errors('rateLimited', { minutes: Number(minutes) })
    return errors(code === 'CredentialsSignin' ? 'signInFailed' : 'unexpected')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
    if (answer?.ok && !answer.error) return window.location.assign(next)
    setBusy(false)
    setProblem(explain(answer?.error ?? 'UNEXPECTED'))
  }
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} isRequired autoFocus={!given} />
      <Field label={t('password')} type="password" name="password" autoComplete="current-password" value={password} onChange={setPassword} isRequired autoFocus={Boolean(given)} />
      <div aria-live="polite">{problem && <p role="alert" className="rounded-md bg-stop-ground px-3 py-2 text-sm font-medium text-stop-ink">{problem}</p>}</div>
      <Button look="primary" type="submit" isPending={isBusy}>{t(isBusy ? 'signingIn' : 'signIn')}</Button>
    </form>
  )
}
