'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { DeskFrontPage } from '@/lib/front-page/model'
import { useLeaving } from '../use-leaving'
import { AddArticle } from './add-article'
import { FrontConflict } from './front-conflict'
import { FrontPreview } from './front-preview'
import { type EditSlot, previewOf, type Shown } from './slot-edits'
import { SlotDialog } from './slot-dialog'
import { SlotList } from './slot-list'
import { useFrontPage } from './use-front-page'

type Props = { page: DeskFrontPage; automatic: readonly Omit<Shown, 'isPlaced'>[]; mayEdit: boolean; children?: ReactNode }
const PREVIEWED = 12

/** A page's slots beside what readers see of them; saved as a whole. Its children stand below the slots. */
export function FrontEditor({ page, automatic, mayEdit, children }: Props) {
  const t = useTranslations('front')
  const say = useToast()
  const { slots, saved, theirs, problem, isBusy, isChanged, edit, save, take, putOff, revert } = useFrontPage(page)
  const [opened, setOpened] = useState<EditSlot | null>(null)
  useLeaving(() => isChanged, () => window.confirm(t('leave')))
  const remove = (slot: EditSlot): void => {
    edit(slots.filter(({ key }) => key !== slot.key))
    say(t('removed', { headline: slot.article?.headline || t('untitled') }), { name: t('undo'), run: () => edit(slots) })
  }
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
      <section aria-labelledby="slots" className="min-w-0 lg:col-start-1">
        <h2 id="slots" className="font-bold">{t('slots')}</h2>
        <p className="mt-1 mb-3 max-w-prose text-sm text-quiet">{t('slotsHint')} {!mayEdit && t('onlyEditors')}</p>
        {slots.length > 0 ? <SlotList slots={slots} now={saved.at} mayEdit={mayEdit} onEdit={edit} onOpen={setOpened} onRemove={remove} /> : <p className="border-y border-line py-6 text-sm text-quiet">{t(mayEdit ? 'none' : 'noneToLook')}</p>}
        {mayEdit && (
          <>
            <div className="mt-4 max-w-lg"><AddArticle slots={slots} onAdd={(slot) => edit([...slots, slot])} /></div>
            {problem && <p role="alert" className="mt-4 text-sm font-medium text-stop-ink">{problem}</p>}
            <SaveBar isChanged={isChanged} isBusy={isBusy} onSave={() => void save()} onRevert={revert} />
          </>
        )}
      </section>
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1"><FrontPreview shown={previewOf(slots, automatic, saved.at, PREVIEWED)} isFront={page.sectionId === null} /></div>
      <div className="min-w-0 lg:col-start-1">{children}</div>
      {opened && <SlotDialog key={opened.key} slot={opened} now={saved.at} onClose={() => setOpened(null)} onDone={(slot) => { edit(slots.map((each) => (each.key === slot.key ? slot : each))); setOpened(null) }} />}
      {theirs && <FrontConflict mine={slots} theirs={theirs} onMine={() => void save(theirs.version)} onTheirs={() => take(theirs)} onClose={putOff} />}
    </div>
  )
}

function SaveBar({ isChanged, isBusy, onSave, onRevert }: { isChanged: boolean; isBusy: boolean; onSave: () => void; onRevert: () => void }) {
  const t = useTranslations('front')
  return (
    <div className="sticky bottom-16 mt-5 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3 sm:bottom-0">
      <Button look="primary" isDisabled={!isChanged} isPending={isBusy} onPress={onSave}>{t('save')}</Button>
      {isChanged && <Button look="quiet" onPress={onRevert}>{t('revert')}</Button>}
      <span role="status" className="text-sm text-quiet">{t(isChanged ? 'unsaved' : 'unchanged')}</span>
    </div>
  )
}
