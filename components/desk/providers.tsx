'use client'
import { useLocale } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { ToastProvider } from '@/components/ui/toast'
import { LANGUAGE_TAG, type Locale } from '@/lib/platform/locale'

/** What every screen of the desk stands in: language and router for the primitives, and the place of short messages. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter()
  return (
    <I18nProvider locale={LANGUAGE_TAG[useLocale() as Locale]}>
      <RouterProvider navigate={(path) => router.push(path)}>
        <ToastProvider>{children}</ToastProvider>
      </RouterProvider>
    </I18nProvider>
  )
}
