'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InstantField, instantOf, type WallValue, wallValue } from '../instant-field'

/** Asks for a time and opens the site as readers see it then. */
export function TravelButton({ path }: { path: string }) {
  const t = useTranslations('front.travel')
  const texts = useTranslations('front.dialog')
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const [value, setValue] = useState<WallValue | null>(null)
  const [problem, setProblem] = useState<string>()
  const go = (): void => {
    const at = value && instantOf(value, zone)
    if (!at) return setProblem(texts('incomplete'))
    // the readers' pages are not Next's
    window.open(`/desk/preview?${new URLSearchParams({ at: at.toISOString(), path })}`, '_self')
  }
  return (
    <>
      <Button onPress={() => setValue(wallValue(null, zone))}>{t('open')}</Button>
      <Dialog title={t('title')} closeLabel={texts('close')} isOpen={value !== null} onClose={() => setValue(null)}>
        <form onSubmit={(event) => { event.preventDefault(); go() }} className="flex flex-col gap-4">
          <p className="text-sm text-quiet">{t('text')}</p>
          {value && <InstantField label={t('at')} zone={zone} value={value} onChange={setValue} error={problem} />}
          <div className="flex justify-end"><Button type="submit" look="primary">{t('go')}</Button></div>
        </form>
      </Dialog>
    </>
  )
}
