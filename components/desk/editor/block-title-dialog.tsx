'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { LIMITS } from '@/lib/articles/schema'

type Props = { isOpen: boolean; title: string; placeholder: string; onClose: () => void; onSave: (title: string | null) => void }

/** Other words for one block; empty shows the target's own headline again. */
export function BlockTitleDialog({ isOpen, onClose, ...rest }: Props) {
  const t = useTranslations('editor')
  return (
    <Dialog title={t('ownTitle')} closeLabel={t('close')} isOpen={isOpen} onClose={onClose}>
      <Form onClose={onClose} {...rest} />
    </Dialog>
  )
}

function Form({ title, placeholder, onClose, onSave }: Omit<Props, 'isOpen'>) {
  const t = useTranslations('editor')
  const [words, setWords] = useState(title)
  const save = () => {
    onSave(words.trim().slice(0, LIMITS.headline) || null)
    onClose()
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); save() }}>
      <Field label={t('blockTitle')} value={words} onChange={setWords} placeholder={placeholder} hint={t('blockTitleHint')} autoFocus maxLength={LIMITS.headline} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit">{t('save')}</Button>
      </div>
    </form>
  )
}
