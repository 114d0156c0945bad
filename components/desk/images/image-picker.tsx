'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { HINT, INPUT, LABEL } from '@/components/ui/field'
import { searchImages } from '@/lib/media/actions'
import type { ImageView } from '@/lib/media/model'
import { IMAGE_LIMITS } from '@/lib/media/schema'
import { Thumb } from './thumb'
import { FileButton, UploadList } from './upload-list'
import { useGivenFiles, useUploads } from './use-uploads'

type Props = { title: string; isOpen: boolean; onClose: () => void; /** the one who opened the picker closes it */ onPick: (image: ImageView) => void }

/** Finds an image among those that there are, or takes a new one. */
export function ImagePicker({ title, isOpen, onClose, onPick }: Props) {
  const t = useTranslations('images')
  return <Dialog title={title} closeLabel={t('close')} isOpen={isOpen} onClose={onClose} wide><Choice onPick={onPick} /></Dialog>
}

function Choice({ onPick }: { onPick: (image: ImageView) => void }) {
  const t = useTranslations('images')
  const [query, setQuery] = useState('')
  const { images, isKnown, hasMore, problem, more, add } = useFound(query)
  // of several files none is picked by itself
  const [several, setSeveral] = useState(false)
  const { uploads, waiting } = useUploads((_key, { image }) => (several ? add(image) : onPick(image)))
  const give = useCallback((files: File[]) => {
    setSeveral(files.length > 1)
    uploads.add(files)
  }, [uploads])
  const isOver = useGivenFiles(give)
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <SearchField value={query} onChange={setQuery} maxLength={IMAGE_LIMITS.query} autoFocus className="flex min-w-48 flex-1 flex-col gap-1">
          <Label className={LABEL}>{t('search')}</Label>
          <Input className={INPUT} placeholder={t('searchPlaceholder')} />
        </SearchField>
        <FileButton uploads={uploads} />
      </div>
      <p className={`rounded-md border border-dashed px-3 py-2 max-sm:hidden ${HINT} ${isOver ? 'border-focus bg-hover' : 'border-line'}`}>{t('dropHere')}</p>
      <UploadList uploads={uploads} waiting={waiting} />
      {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
      <ListBox aria-label={t('title')} items={[...images]} layout="grid" onAction={(id) => onPick(images.find((image) => image.id === id)!)}
        className="grid max-h-[50dvh] grid-cols-2 gap-3 overflow-auto p-1 outline-none sm:grid-cols-3 md:grid-cols-4" renderEmptyState={() => <p className={`col-span-full py-6 ${HINT}`}>{isKnown ? t(query ? 'noneFound' : 'noneYet') : '…'}</p>}>
        {(image: ImageView) => (
          <ListBoxItem id={image.id} textValue={image.alt || image.name} className="cursor-pointer rounded-md border border-line bg-surface text-[0.8125rem] outline-offset-2 outline-focus hover:bg-hover data-[focus-visible]:outline-2">
            <Thumb image={image} alt="" />
            <span className="block truncate px-2 pt-1.5 font-medium">{image.alt || image.caption || image.name}</span>
            <span className="block truncate px-2 pb-1.5 text-quiet">{image.credit || t('noCredit')}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {hasMore && <p><Button look="quiet" onPress={() => void more()}>{t('older')}</Button></p>}
    </>
  )
}

const PAUSE_MS = 150
type Found = { of: string | null; images: readonly ImageView[]; next: string | null; problem: string | null }

/** The images that have the words, a page at a time; replies to older words are dropped. */
function useFound(query: string) {
  const t = useTranslations('errors')
  const [found, setFound] = useState<Found>({ of: null, images: [], next: null, problem: null })
  const ask = useCallback(async (before: string | null) => {
    const answer = await searchImages({ query, before }).catch(() => null)
    return answer?.ok ? { ...answer.data, problem: null } : { images: [], next: null, problem: answer?.message ?? t('unreachable') }
  }, [query, t])
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => void ask(null).then((page) => current && setFound({ of: query, ...page })), query ? PAUSE_MS : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, ask])
  const more = async () => {
    const page = await ask(found.next)
    setFound((now) => (now.of === query ? { ...now, problem: page.problem, next: page.problem ? now.next : page.next, images: [...now.images, ...page.images] } : now))
  }
  const add = (image: ImageView) => setFound((now) => ({ ...now, images: [image, ...now.images.filter(({ id }) => id !== image.id)] }))
  return { images: found.images, isKnown: found.of === query, hasMore: found.next !== null && found.of === query, problem: found.problem, more, add }
}
