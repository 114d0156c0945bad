'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { embedOf, embedPage } from '@/lib/articles/model'
import { type Embed, LIMITS } from '@/lib/articles/schema'
import { LINK_LIMITS } from '@/lib/related-links/schema'

type Attrs = Embed['attrs']
/** `embed`: the film that is there already */
type Props = { isOpen: boolean; embed?: Attrs; onClose: () => void; onSave: (attrs: Attrs) => void }

/** Asks for a film by its address, and for the words that readers press. */
export function EmbedDialog({ isOpen, onClose, ...rest }: Props) {
  const t = useTranslations('editor')
  return (
    <Dialog title={t(rest.embed ? 'embed.change' : 'embed.insert')} closeLabel={t('close')} isOpen={isOpen} onClose={onClose}>
      <Form onClose={onClose} {...rest} />
    </Dialog>
  )
}

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

function Form({ embed, onClose, onSave }: Omit<Props, 'isOpen'>) {
  const t = useTranslations('editor')
  const [address, setAddress] = useState(embed ? embedPage(embed) : '')
  const [title, setTitle] = useState(embed?.title ?? '')
  const [isTried, setTried] = useState(false)
  const film = embedOf(address)
  const words = title.trim()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (!film || !words) return fieldOf(event.currentTarget, film ? 'title' : 'address').focus()
    onClose()
    onSave({ ...film, title: words } as Attrs)
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={save}>
      <Field label={t('embed.address')} name="address" value={address} onChange={setAddress} hint={t('embed.addressHint')} error={isTried && !film ? t('embed.addressRefused') : undefined} maxLength={LINK_LIMITS.address} inputMode="url" autoComplete="off" spellCheck="false" autoFocus />
      <Field label={t('embed.title')} name="title" value={title} onChange={setTitle} hint={t('embed.titleHint')} error={isTried && !words ? t('embed.titleRequired') : undefined} maxLength={LIMITS.embedTitle} autoComplete="off" />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit">{t(embed ? 'save' : 'embed.doInsert')}</Button>
      </div>
    </form>
  )
}
