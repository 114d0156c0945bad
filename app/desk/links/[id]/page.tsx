import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ChangeList } from '@/components/desk/links/change-list'
import { TargetHead } from '@/components/desk/links/target-head'
import { UseList } from '@/components/desk/links/use-list'
import { requireActor } from '@/lib/auth/session'
import { can } from '@/lib/related-links/policy'
import { COUNTED, describeTargets, findChanges, findTargetUses } from '@/lib/related-links/queries'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string | string[] }> }

export async function generateMetadata() {
  return { title: (await getTranslations('links'))('title') }
}

/** Where one target is used, and what was done with it. */
export default async function TargetPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ id }, { before }, t] = [await params, await searchParams, await getTranslations('links')]
  const [target] = z.uuid().safeParse(id).success ? await describeTargets(actor, [id]) : []
  if (!target) notFound()
  const [uses, changes] = await Promise.all([findTargetUses(actor, id, { before: typeof before === 'string' ? before : undefined }), findChanges(actor, { targetId: id })])
  const mayChange = can(actor, 'change')
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <TargetHead target={target} counted={COUNTED} mayChange={mayChange} />
      <section className="mt-6" aria-labelledby="uses">
        <h2 id="uses" className="mb-2 text-base font-bold">{t('usedIn')}</h2>
        {uses.rows.length > 0 ? <UseList rows={uses.rows} /> : <p className="py-6 text-quiet">{t('usedNowhere')}</p>}
        {uses.next && <p className="mt-4"><Link className="font-semibold underline" href={`/desk/links/${id}?before=${uses.next}`}>{t('further')}</Link></p>}
      </section>
      {changes.rows.length > 0 && (
        <section className="mt-8" aria-labelledby="changes">
          <h2 id="changes" className="mb-2 text-base font-bold">{t('changes')}</h2>
          <ChangeList rows={changes.rows} mayUndo={mayChange} />
        </section>
      )}
    </div>
  )
}
