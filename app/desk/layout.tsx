import type { ReactNode } from 'react'
import { Shell } from '@/components/desk/shell'
import { requireActor } from '@/lib/auth/session'
import { countLateEffects } from '@/lib/publishing/queries'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  return <Shell actor={actor} late={await countLateEffects(actor)}>{children}</Shell>
}
