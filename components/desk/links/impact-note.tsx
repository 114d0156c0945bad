'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { findImpact } from '@/lib/articles/actions'

export type Impact = Extract<Awaited<ReturnType<typeof findImpact>>, { ok: true }>['data']

/** What it means to other articles that readers lose this one; with the way to lead its links elsewhere first. Nothing when nobody links here. Says so where it cannot be known. */
export function ImpactNote({ articleId, impact }: { articleId: string; impact?: Impact }) {
  const t = useTranslations('links.impact')
  const asked = useImpact(articleId, impact)
  if (asked === 'unknown') return <p role="alert" className="text-sm font-medium text-stop-ink">{t('unknown')}</p>
  if (!asked?.targetId || (asked.articles === 0 && asked.live === 0)) return null
  const { articles, live, empty, atLeast, targetId } = asked
  return (
    <p role="status" className="rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
      {t('shown', { articles, live })} {empty > 0 && t(atLeast ? 'emptyAtLeast' : 'empty', { count: empty })}{' '}
      <Link href={`/desk/links/${targetId}`} className="font-semibold underline">{t('replace')}</Link>
    </p>
  )
}

/** A quiet line where a live article gets another address or headline: links to it follow. */
export function FollowLine({ articleId }: { articleId: string }) {
  const t = useTranslations('links.impact')
  const asked = useImpact(articleId)
  if (asked === 'unknown' || !asked?.targetId || (asked.articles === 0 && asked.live === 0)) return null
  return <p className="text-[0.8125rem] text-quiet">{t('follows', { articles: asked.articles, live: asked.live })} <Link href={`/desk/links/${asked.targetId}`} className="underline">{t('where')}</Link></p>
}

function useImpact(articleId: string, given?: Impact): Impact | 'unknown' | null {
  const [impact, setImpact] = useState<Impact | 'unknown' | null>(given ?? null)
  useEffect(() => {
    if (given) return
    let current = true
    void findImpact({ articleId }).catch(() => null).then((answer) => current && setImpact(answer?.ok ? answer.data : 'unknown'))
    return () => { current = false }
  }, [articleId, given])
  return impact
}
