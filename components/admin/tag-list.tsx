'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { type RunDeed, useDeed } from '@/components/desk/use-deed'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu } from '@/components/ui/menu'
import { CONTROL_CELL } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import { deleteTag, renameTag } from '@/lib/tags/actions'
import type { TagKind } from '@/lib/tags/schema'
import { MergeForm } from './merge-form'
import { NameForm } from './name-form'

export type Tag = { id: string; name: string; slug: string; kind: TagKind; drafts: number; live: number; merged: string[] }
type Deed = 'rename' | 'merge' | 'delete'

/** The tags of one kind with what they are used by, and what can be done with them. */
export function TagList({ tags }: { tags: readonly Tag[] }) {
  const t = useTranslations('admin')
  const [chosen, setChosen] = useState<{ tag: Tag; deed: Deed } | null>(null)
  const { run, isHeld } = useDeed()
  const say = useToast()
  const close = () => setChosen(null)
  const done = (text: string) => {
    close()
    say(text)
  }
  return (
    <>
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-left text-[0.8125rem] text-quiet">
            <th scope="col" className={CONTROL_CELL}>{t('name')}</th>
            <th scope="col" className={`${CONTROL_CELL} max-sm:hidden`}>{t('address')}</th>
            <th scope="col" className={`${CONTROL_CELL} w-24 text-right max-sm:w-20`}>{t('articles')}</th>
            <th scope="col" className={`${CONTROL_CELL} w-24 text-right max-sm:hidden`}>{t('live')}</th>
            <th scope="col" className={`${CONTROL_CELL} w-14`}><span className="sr-only">{t('more')}</span></th>
          </tr>
        </thead>
        <tbody>{tags.map((tag) => <Row key={tag.id} tag={tag} isHeld={isHeld} onChoose={(deed) => setChosen({ tag, deed })} />)}</tbody>
      </table>
      <Dialog title={chosen ? t(`${chosen.deed}Title`, { name: chosen.tag.name }) : ''} closeLabel={t('close')} isOpen={chosen !== null} onClose={close}>
        {chosen?.deed === 'rename' && <NameForm name={chosen.tag.name} hint={t('renameHint')} submit={t('rename')} isBusy={isHeld} save={(name) => run(() => renameTag({ tagId: chosen.tag.id, name }))} onDone={() => done(t('renamed'))} onCancel={close} />}
        {chosen?.deed === 'merge' && <MergeForm tag={chosen.tag} run={run} isBusy={isHeld} onDone={() => done(t('mergedDone'))} onCancel={close} />}
        {chosen?.deed === 'delete' && <DeleteForm tag={chosen.tag} run={run} isBusy={isHeld} onDone={() => done(t('deleted'))} onCancel={close} />}
      </Dialog>
    </>
  )
}

function Row({ tag, isHeld, onChoose }: { tag: Tag; isHeld: boolean; onChoose: (deed: Deed) => void }) {
  const t = useTranslations('admin')
  const entries = (['rename', 'merge', 'delete'] as const).map((deed) => ({ id: deed, name: t(`${deed}Menu`), onAction: () => onChoose(deed), danger: deed === 'delete' }))
  return (
    <tr className="h-11 hover:bg-hover">
      <td className={`${CONTROL_CELL} wrap-anywhere`}>
        <span className="font-semibold">{tag.name}</span>
        <span className="block text-[0.8125rem] text-quiet sm:hidden">{t('live')}: {tag.live}</span>
        {tag.merged.length > 0 && <span className="block text-[0.8125rem] text-quiet">{t('alsoKnown', { names: tag.merged.join(', ') })}</span>}
      </td>
      <td className={`${CONTROL_CELL} truncate text-quiet max-sm:hidden`}>/{tag.kind === 'section' ? 'section' : 'tag'}/{tag.slug}</td>
      <td className={`${CONTROL_CELL} text-right tabular-nums`}><Link href={`/desk?${tag.kind === 'section' ? 'section' : 'tag'}=${tag.id}`} className="underline">{tag.drafts}</Link></td>
      <td className={`${CONTROL_CELL} text-right tabular-nums max-sm:hidden`}>{tag.live}</td>
      <td className={`${CONTROL_CELL} text-right`}><Menu label={t('moreFor', { name: tag.name })} entries={entries} isPending={isHeld} /></td>
    </tr>
  )
}

function DeleteForm({ tag, run, isBusy, onDone, onCancel }: { tag: Tag; run: RunDeed; isBusy: boolean; onDone: () => void; onCancel: () => void }) {
  const t = useTranslations('admin')
  const [problem, setProblem] = useState<string | null>(null)
  const isUsed = tag.drafts + tag.live > 0
  const remove = async () => {
    const answer = await run(() => deleteTag({ tagId: tag.id }))
    if (answer.ok) onDone()
    else setProblem(answer.message)
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">{isUsed ? t('deleteUsed', { drafts: tag.drafts, live: tag.live }) : t('deleteText')}</p>
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <div className="flex justify-end gap-2"><Button look="quiet" onPress={onCancel}>{t(isUsed ? 'close' : 'cancel')}</Button>{!isUsed && <Button look="danger" isPending={isBusy} onPress={() => void remove()}>{t('delete')}</Button>}</div>
    </div>
  )
}
