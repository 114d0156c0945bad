'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { ChecksPanel } from './checks-panel'
import { DetailsPanel } from './details-panel'
import { useLinkBook, useSameStory, useSnapshot } from './editor-context'
import { LinksPanel } from './links-panel'
import { type PanelName, PANELS } from './panels'
import { PublishPanel } from './publish-panel'

/** as wide as forms are read, where the panel has the whole screen */
const BODY = 'p-5 outline-none max-lg:max-w-xl sm:max-lg:px-6'
type Named = { id: string; name: string }
type Props = {
  editor: Editor | null; sections: readonly Named[]; zone: string; shown: PanelName | null; onShow: (panel: PanelName | null) => void
  canCreateByline: boolean; mayPublish: boolean; killLine: string
}

/** All of an article that is not text. Beside it on a wide screen, instead of it on a small one; never over it. */
export function Panel({ editor, sections, zone, shown, onShow, canCreateByline, mayPublish, killLine }: Props) {
  const t = useTranslations('editor.panels')
  const { open } = useLinkBook()
  const { found, updateOf } = useSameStory()
  const { lacksCorrection } = useSnapshot()
  const count = open.length + (updateOf ? 0 : found.length) + Number(lacksCorrection)
  return (
    <aside aria-label={t('name')} className={`border-line lg:sticky lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:border-l ${shown ? '' : 'max-lg:hidden'}`}>
      <Tabs selectedKey={shown ?? 'details'} onSelectionChange={(key) => onShow(key as PanelName)} className="flex flex-col">
        <TabList aria-label={t('name')} className="sticky top-0 z-10 flex border-b border-line bg-paper px-2">
          {PANELS.map((panel) => (
            <Tab key={panel} id={panel} className="flex min-h-12 cursor-pointer items-center gap-1 border-b-2 border-transparent px-2 text-sm text-quiet hover:text-ink data-[selected]:border-accent data-[selected]:font-semibold data-[selected]:text-ink">
              {t(panel)}
              {panel === 'checks' && count > 0 && <span className="rounded-full bg-stop-ground px-1.5 text-xs font-bold text-stop-ink">{count}</span>}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="publish" className={BODY}><PublishPanel zone={zone} mayPublish={mayPublish} killLine={killLine} onShow={onShow} /></TabPanel>
        <TabPanel id="details" className={BODY}><DetailsPanel sections={sections} canCreateByline={canCreateByline} /></TabPanel>
        <TabPanel id="links" className={BODY}><LinksPanel editor={editor} onShow={onShow} /></TabPanel>
        <TabPanel id="checks" className={BODY}><ChecksPanel editor={editor} onShow={onShow} /></TabPanel>
      </Tabs>
    </aside>
  )
}
