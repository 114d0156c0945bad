import { useTranslations } from 'next-intl'
import type { ChangeEffect } from '@/lib/related-links/queries'
import { StateMark } from '../state-mark'

/** What a change would mean, in numbers and by article; those to look at first. */
export function EffectNote({ name, effect: { drafts, live, doubles, selfs, rows } }: { name: string; effect: ChangeEffect }) {
  const t = useTranslations('links')
  return (
    <div role="status" className="rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
      <p className="font-semibold">{t('willLead', { name })}</p>
      <p>{t('effect', { drafts, live })} {t('undoable')}</p>
      {doubles > 0 && <p className="mt-1">{t('doubles', { count: doubles })}</p>}
      {selfs > 0 && <p className="mt-1">{t('selfs', { count: selfs })}</p>}
      {rows.length > 0 && (
        <ul className="mt-2 flex max-h-56 flex-col gap-1 overflow-auto border-t border-current/20 pt-2">
          {rows.map((row) => (
            <li key={row.articleId}>
              <span className="font-semibold">{row.headline || t('untitled')}</span> <span className="text-[0.8125rem]">{isKnown(row.state) && <Plain state={row.state} />}</span>
              {row.self && <span className="block text-[0.8125rem]">{t('selfRow')}</span>}
              {row.double !== null && <span className="block text-[0.8125rem]">{t('doubleRow', { title: row.double })}</span>}
            </li>
          ))}
          {drafts > rows.length && <li className="text-[0.8125rem]">{t('andMore', { count: drafts - rows.length })}</li>}
        </ul>
      )}
    </div>
  )
}

type State = Parameters<typeof StateMark>[0]['state']
const isKnown = (state: string): state is State => state !== 'outside' && state !== 'unresolved'

function Plain({ state }: { state: State }) {
  const t = useTranslations('desk.states')
  return t(state)
}
