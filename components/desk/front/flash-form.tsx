'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { Answer } from '@/lib/auth/define-action'
import { endFlash, setFlash } from '@/lib/front-page/actions'
import type { Flash } from '@/lib/front-page/model'
import { FRONT_LIMITS } from '@/lib/front-page/schema'
import { InstantField, instantOf, wallValue } from '../instant-field'
import { useDeed } from '../use-deed'
import { When } from '../when'
import { FlashLink, type FlashTarget, targetIn } from './flash-link'
import { keptFlash } from './kept-edits'

/** The line above readers' pages: what it says, where it leads, and when it goes away. */
export function FlashForm({ flash, mayEdit }: { flash: Flash | null; mayEdit: boolean }) {
  const t = useTranslations('front.flash')
  return (
    <section aria-labelledby="flash" className="max-w-lg border-t-[3px] border-accent pt-3">
      <h2 id="flash" className="font-bold">{t('title')}</h2>
      <p className="mt-1 mb-4 text-sm text-quiet">{t('hint')}</p>
      {flash ? <p className="mb-4 rounded-md bg-chosen px-3 py-2 text-sm wrap-anywhere"><span className="font-semibold">{t(flash.isKilled ? 'killed' : 'shown')}:</span> {flash.text} <span className="text-plan">({t('until').toLocaleLowerCase()} <When at={flash.until} said />)</span></p> : !mayEdit && <p className="text-sm">{t('none')}</p>}
      {mayEdit && <Form flash={flash} />}
    </section>
  )
}

const SOON_MS = 15 * 60_000
/** When the line that stands there goes away; null when that is so soon that it would have passed before a new one is written. */
const stillAhead = (flash: Flash | null): string | null => (flash && new Date(flash.until).getTime() - Date.now() > SOON_MS ? flash.until : null)

type Draft = { text: string; target: FlashTarget | null; words: string }
const NOTHING: Draft = { text: '', target: null, words: '' }

/** As it stands for readers, to go on from. */
function draftOf(flash: Flash | null): Draft {
  if (!flash) return NOTHING
  const { text, articleId, url, articleHeadline, isKilled } = flash
  return { text, words: '', target: !isKilled && (articleId || url) ? { articleId, url, name: articleHeadline ?? url ?? '' } : null }
}

/** What one writes, kept in this browser until readers have it. */
function useDraft(flash: Flash | null) {
  const [{ draft, isOwn }, setDraft] = useState(() => ({ draft: draftOf(flash), isOwn: false }))
  const edit = (change: Partial<Draft>): void => setDraft((now) => ({ draft: { ...now.draft, ...change }, isOwn: true }))
  const settle = (next: Draft): void => {
    setDraft({ draft: next, isOwn: false })
    keptFlash.drop()
  }
  const comeBack = useEffectEvent(() => {
    const found = keptFlash.find()
    if (found) edit(found)
  })
  useEffect(() => startTransition(comeBack), [])
  useEffect(() => {
    if (isOwn) keptFlash.keep(draft)
  }, [draft, isOwn])
  return { draft, edit, settle }
}

function Form({ flash }: { flash: Flash | null }) {
  const t = useTranslations('front.flash')
  const texts = useTranslations('front.dialog')
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const say = useToast()
  const { draft, edit, settle } = useDraft(flash)
  const [until, setUntil] = useState(() => wallValue(stillAhead(flash), zone, 2))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const { run: ask, isHeld } = useDeed()
  const run = async <T,>(command: () => Promise<Answer<T>>, done: () => void): Promise<void> => {
    setErrors({})
    const answer = await ask(command)
    if (answer.ok) done()
    else setErrors(Object.keys(answer.fields ?? {}).length > 0 ? answer.fields! : { all: answer.message })
  }
  const set = async (): Promise<void> => {
    const at = instantOf(until, zone)
    const target = draft.target ?? targetIn(draft.words)
    if (!at) return setErrors({ until: texts('incomplete') })
    if (target && 'isUnclear' in target) return setErrors({ url: t('linkUnclear') })
    const { articleId, url } = target ?? { articleId: null, url: null }
    await run(() => setFlash({ text: draft.text, articleId, url, until: at.toISOString(), replaces: flash?.id ?? null }), () => {
      settle({ text: draft.text, target, words: '' })
      say(t('setDone'))
    })
  }
  const end = (ended: Flash): Promise<void> =>
    run(() => endFlash({ flashId: ended.id }), () => {
      say(t('ended'))
      if (draft.text === ended.text) settle(NOTHING)
    })
  return (
    <form onSubmit={(event) => { event.preventDefault(); void set() }} className="flex flex-col gap-4">
      <Field label={t('text')} value={draft.text} onChange={(text) => edit({ text })} maxLength={FRONT_LIMITS.flash} hint={t('textHint', { most: FRONT_LIMITS.flash })} error={errors.text} />
      <FlashLink target={draft.target} onChange={(target) => edit({ target, words: '' })} onWords={(words) => edit({ words })} error={errors.url ?? errors.articleId} />
      <InstantField label={t('until')} zone={zone} value={until} onChange={setUntil} error={errors.until} />
      {errors.all && <p role="alert" className="text-sm font-medium text-stop-ink">{errors.all}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isPending={isHeld}>{t(flash ? 'replace' : 'set')}</Button>
        {flash && <Button look="danger" isPending={isHeld} onPress={() => void end(flash)}>{t('end')}</Button>}
      </div>
    </form>
  )
}
