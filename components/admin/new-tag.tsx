'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { createTag } from '@/lib/tags/actions'
import type { TagKind } from '@/lib/tags/schema'
import { NameForm } from './name-form'

export function NewTag({ kind }: { kind: TagKind }) {
  const t = useTranslations('admin')
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const title = t(kind === 'topic' ? 'newTag' : 'newSection')
  const close = () => setOpen(false)
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}><Plus aria-hidden size={16} strokeWidth={2.5} />{title}</Button>
      <Dialog title={title} closeLabel={t('close')} isOpen={isOpen} onClose={close}>
        <NameForm submit={t('create')} save={(name) => createTag({ name, kind })} onDone={() => { close(); router.refresh() }} onCancel={close} />
      </Dialog>
    </>
  )
}
