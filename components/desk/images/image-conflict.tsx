'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ImageView } from '@/lib/media/model'

/** What somebody else saved of the image meanwhile, until a person has chosen. */
export function ImageConflict({ theirs, onTake, onKeep }: { theirs: ImageView; onTake: () => void; onKeep: () => void }) {
  const t = useTranslations('images')
  const lines = [...(['alt', 'caption', 'credit'] as const).map((name) => [t(`words.${name}`), theirs[name] || t('conflict.empty')]), [t('conflict.focus'), t('conflict.place', { x: theirs.focusX, y: theirs.focusY })]]
  return (
    <section role="alert" className="flex flex-col gap-3 rounded-md bg-warn-ground p-3 text-sm text-warn-ink">
      <p>{t('conflict.text')}</p>
      <dl>{lines.map(([name, words]) => <div key={name} className="mb-1 wrap-anywhere"><dt className="inline font-semibold">{name}: </dt><dd className="inline">{words}</dd></div>)}</dl>
      <p className="flex flex-wrap justify-end gap-2">
        <Button onPress={onTake}>{t('conflict.takeTheirs')}</Button>
        <Button onPress={onKeep}>{t('conflict.keepMine')}</Button>
      </p>
    </section>
  )
}
