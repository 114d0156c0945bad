import { TriangleAlert } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

/** On every page of the desk while something that follows a publish is late. */
export async function LateAlarm({ count }: { count: number }) {
  if (count === 0) return null
  const t = await getTranslations('late')
  return (
    <p role="status" className="flex items-center gap-2 bg-warn-ground px-4 py-2 text-sm text-warn-ink sm:px-6 lg:px-8">
      <TriangleAlert aria-hidden size={16} className="shrink-0" />
      <Link className="font-semibold underline underline-offset-2" href="/desk/late">{t('alarm', { count })}</Link>
    </p>
  )
}
