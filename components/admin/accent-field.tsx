'use client'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { accentsOf, contrast, PAPERS } from '@/lib/settings/model'

const SHAPE = /^#[0-9a-f]{6}$/i

/** A colour by its number or by the browser's picker, with what readers get of it on both papers. */
export function AccentField({ value, onChange, error }: { value: string; onChange: (value: string) => void; error?: string }) {
  const t = useTranslations('admin.settings')
  const shown = SHAPE.test(value) ? accentsOf(value.toLowerCase()) : null
  const sample = (paper: 'light' | 'dark') => shown && (
    <p key={paper} className="flex-1 rounded-md border border-line px-4 py-3 text-sm font-bold" style={{ background: PAPERS[paper], color: shown[paper] }}>
      {t(paper, { contrast: contrast(shown[paper], PAPERS[paper]).toFixed(1).replace('.', ',') })}
    </p>
  )
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-3">
        <div className="flex-1"><Field label={t('accent')} value={value} onChange={onChange} error={error} hint={t('accentHint')} /></div>
        <input type="color" aria-label={t('accent')} value={SHAPE.test(value) ? value.toLowerCase() : '#000000'} onChange={(event) => onChange(event.target.value)} className="mt-6 h-10 w-14 cursor-pointer rounded-md border border-field-line bg-surface p-1" />
      </div>
      <div className="flex flex-wrap gap-3">{sample('light')}{sample('dark')}</div>
    </div>
  )
}
