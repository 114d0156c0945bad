import Link from 'next/link'
import type { ReactNode } from 'react'

/** One of a few places side by side. */
export function LinkTab({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: ReactNode }) {
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} className="inline-flex min-h-9 max-w-full shrink-0 items-center rounded-md px-3 wrap-anywhere text-quiet hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:font-semibold aria-[current]:text-ink">{children}</Link>
  )
}
