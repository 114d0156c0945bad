import type { ReactNode } from 'react'
import { Shell } from '@/components/desk/shell'
import { requireActor } from '@/lib/auth/session'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  return <Shell actor={await requireActor()}>{children}</Shell>
}
