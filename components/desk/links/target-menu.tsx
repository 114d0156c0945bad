'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import { undoChange } from '@/lib/related-links/actions'
import type { DeskTarget } from '@/lib/related-links/queries'
import { useDeed } from '../use-deed'
import { ChangeForm, type Deed } from './change-form'
import { useTargetName } from './target-name'

/** What can be done with a target; a change is undone by a word. */
export function TargetMenu({ target, mayChange }: { target: DeskTarget; mayChange: boolean }) {
  const t = useTranslations('links')
  const [deed, setDeed] = useState<Deed | null>(null)
  const { run, isHeld } = useDeed()
  const say = useToast()
  const name = useTargetName()(target)
  // a headline that is a quotation is not quoted once more
  const bare = name.replace(/^[”“"](.*)[”“"]$/, '$1')
  const undo = async (changeId: string) => {
    const answer = await run(() => undoChange({ changeId }))
    say(answer.ok ? t('undone') : answer.message)
  }
  const done = (changeId: string) => {
    setDeed(null)
    say(t('done'), { name: t('undo'), run: () => void undo(changeId) })
  }
  const deeds: Deed[] = target.kind === 'title' ? ['resolve', 'merge', 'replace'] : ['merge', 'replace']
  const entries: MenuEntry[] = [
    { id: 'uses', name: t('showUses'), href: `/desk/links/${target.id}` },
    ...(target.articleId ? [{ id: 'open', name: t('openArticle'), href: `/desk/articles/${target.articleId}` }] : []),
    ...(target.url ? [{ id: 'address', name: t('openAddress'), onAction: () => window.open(target.url!, '_blank', 'noopener') }] : []),
    ...(mayChange ? deeds.map((each) => ({ id: each, name: t(`deeds.${each}`), onAction: () => setDeed(each) })) : []),
  ]
  return (
    <>
      <Menu label={t('moreFor', { name })} entries={entries} isPending={isHeld} />
      <Dialog title={deed ? t(`titles.${deed}`, { name: bare }) : ''} closeLabel={t('close')} isOpen={deed !== null} onClose={() => setDeed(null)}>
        {deed && <ChangeForm target={target} deed={deed} run={run} isBusy={isHeld} onDone={done} onCancel={() => setDeed(null)} />}
      </Dialog>
    </>
  )
}
