'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '@/components/desk/use-deed'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { createTag } from '@/lib/tags/actions'
import type { TagKind } from '@/lib/tags/schema'
import { NameForm } from './name-form'

export function NewTag({ kind }: { kind: TagKind }) {
  const t = useTranslations('admin')
  const say = useToast()
  const { run, isHeld } = useDeed()
  const [isOpen, setOpen] = useState(false)
  const title = t(kind === 'topic' ? 'newTag' : 'newSection')
  const close = () => setOpen(false)
  const create = async (name: string) => {
    const answer = await run(() => createTag({ name, kind }))
    if (answer.ok) say(t('created', { name: answer.data.name }))
    return answer
  }
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}><Plus aria-hidden size={16} strokeWidth={2.5} />{title}</Button>
      <Dialog title={title} closeLabel={t('close')} isOpen={isOpen} onClose={close}>
        <NameForm submit={t('create')} isBusy={isHeld} save={create} onDone={close} onCancel={close} />
      </Dialog>
    </>
  )
}
