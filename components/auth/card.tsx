import type { ReactNode } from 'react'
import { Main } from '@/components/ui/main'

/** The plain page of who comes and goes: the name of the system, one thing to do. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-12">
      <p className="text-lg font-extrabold tracking-tight"><span aria-hidden className="text-accent-ink">|</span>Spalt</p>
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      {children}
    </Main>
  )
}
