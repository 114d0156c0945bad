import { useTranslations } from 'next-intl'
import type { Shown } from './slot-edits'

const LOOKS = { lead: 'text-2xl leading-[1.08] font-extrabold', second: 'text-base leading-snug font-bold', river: 'text-sm leading-snug font-semibold' }

/** The top of the page in small, as readers see it now if what is on the screen is saved. */
export function FrontPreview({ shown, isFront }: { shown: readonly Shown[]; isFront: boolean }) {
  const t = useTranslations('front.preview')
  const lookOf = (i: number): keyof typeof LOOKS => (i === 0 ? 'lead' : isFront && i < 3 ? 'second' : 'river')
  return (
    <section aria-labelledby="preview" className="min-w-0 lg:sticky lg:top-5">
      <h2 id="preview" className="font-bold">{t('title')}</h2>
      <p className="mt-1 mb-3 text-sm text-quiet">{t('hint')}</p>
      {shown.length === 0 && <p className="border-y border-line py-6 text-sm text-quiet">{t('empty')}</p>}
      <ol className="grid grid-cols-2 gap-x-5 border-t-[3px] border-ink bg-surface px-4 pb-2">
        {shown.map(({ id, headline, section, isPlaced }, i) => (
          <li key={id} className={`border-b border-line py-3 last:border-0 ${lookOf(i) === 'second' ? '' : 'col-span-2'}`}>
            <p className="flex flex-wrap gap-x-2.5 text-xs text-quiet">
              <span className="font-semibold wrap-anywhere text-accent-ink">{section}</span>
              {isPlaced && <span className="font-semibold text-ink">{t('mark')}</span>}
            </p>
            <p className={`tracking-tight wrap-anywhere ${LOOKS[lookOf(i)]}`}>{headline}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
