'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useDeed } from '@/components/desk/use-deed'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { updateSettings } from '@/lib/settings/actions'
import { SETTINGS_LIMITS as LIMITS, type SettingsInput } from '@/lib/settings/schema'
import { AccentField } from './accent-field'

type Text = Exclude<keyof SettingsInput, 'version' | 'overusedIn' | 'overusedDays'>
type Count = 'overusedIn' | 'overusedDays'

/** All settings of the house on one page. What somebody else changed meanwhile is never overwritten unseen. */
export function SettingsForm({ settings }: { settings: SettingsInput }) {
  const t = useTranslations('admin.settings')
  const { run, isHeld } = useDeed()
  const say = useToast()
  const [given, setGiven] = useState(settings)
  const [fields, setFields] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<{ text: string; theirs?: SettingsInput } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(fields).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [fields])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await run(() => updateSettings(given))
    setFields(answer.ok ? {} : (answer.fields ?? {}))
    setProblem(answer.ok ? null : { text: answer.message, theirs: answer.code === 'CONFLICT' ? (answer.data as SettingsInput) : undefined })
    if (!answer.ok) return
    // what was typed while it was sent is kept, and is the next save's
    setGiven((now) => (now === given ? answer.data : { ...now, version: answer.data.version }))
    say(t('saved'))
  }
  const loadTheirs = (theirs: SettingsInput) => {
    setGiven(theirs)
    setProblem(null)
  }
  const text = (name: Text, more: { hint?: string; rows?: number; maxLength?: number } = {}) => (
    <Field label={t(name)} value={given[name]} onChange={(value) => setGiven({ ...given, [name]: value })} error={fields[name]} {...more} />
  )
  const count = (name: Count, hint?: string) => (
    <Field label={t(name)} inputMode="numeric" value={Number.isNaN(given[name]) ? '' : String(given[name])} onChange={(value) => setGiven({ ...given, [name]: Number.parseInt(value, 10) })} error={fields[name]} hint={hint} />
  )
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex max-w-2xl flex-col gap-8">
      <Group title={t('site')}>
        {text('siteName', { maxLength: LIMITS.name })}
        {text('tagline', { maxLength: LIMITS.line, hint: t('taglineHint') })}
        {text('timeZone', { hint: t('timeZoneHint') })}
      </Group>
      <Group title={t('look')}>
        <AccentField value={given.accent} onChange={(accent) => setGiven({ ...given, accent })} error={fields.accent} />
      </Group>
      <Group title={t('texts')}>
        {text('aboutText', { rows: 8, maxLength: LIMITS.text, hint: t('aboutHint') })}
        {text('contactText', { rows: 5, maxLength: LIMITS.text, hint: t('contactHint') })}
        {text('securityContact', { maxLength: LIMITS.address, hint: t('securityHint') })}
      </Group>
      <Group title={t('links')}>
        {count('overusedIn')}
        {count('overusedDays', t('overusedHint'))}
      </Group>
      {problem && (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-sm font-medium text-stop-ink">
          <p>{problem.text}</p>
          {problem.theirs && <Button look="quiet" onPress={() => loadTheirs(problem.theirs!)}>{t('loadTheirs')}</Button>}
        </div>
      )}
      <div><Button look="primary" type="submit" isPending={isHeld}>{t('save')}</Button></div>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 w-full border-b border-line pb-1 text-base font-bold tracking-tight">{title}</legend>
      {children}
    </fieldset>
  )
}
