import type { ReactNode } from 'react'
import { AdminTabs } from '@/components/admin/admin-tabs'
import { Shell } from '@/components/desk/shell'
import { requireAdmin } from '@/lib/auth/session'
import { countLateEffects } from '@/lib/publishing/queries'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireAdmin()
  return <Shell actor={actor} late={await countLateEffects(actor)}><AdminTabs />{children}</Shell>
}
