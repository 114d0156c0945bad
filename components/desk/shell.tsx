import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Main } from '@/components/ui/main'
import { type Actor, isAdmin } from '@/lib/auth/model'
import { CommandPalette } from './command-palette'
import { LateAlarm } from './late-alarm'
import { Providers } from './providers'
import { Rail } from './rail'
import { StrayFiles } from './stray-files'

/** The frame of desk and admin: places at the left (below, on a phone), the page beside, under a word of what is late. */
export async function Shell({ actor, late, children }: { actor: Actor; late: number; children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <Providers>
      <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2">{t('skip')}</a>
      <div className="flex min-h-dvh flex-col-reverse sm:flex-row">
        <Rail isAdmin={isAdmin(actor)} name={actor.name} />
        <Main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none sm:pb-0"><LateAlarm count={late} />{children}</Main>
      </div>
      <StrayFiles />
      <CommandPalette isAdmin={isAdmin(actor)} />
    </Providers>
  )
}
