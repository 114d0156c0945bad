import type { ReactNode } from 'react'
import { Shell } from '@/components/desk/shell'
import { requireAdmin } from '@/lib/auth/session'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <Shell actor={await requireAdmin()}>{children}</Shell>
}
