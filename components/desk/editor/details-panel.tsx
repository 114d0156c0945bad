'use client'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { LABELS, type Label, LIMITS } from '@/lib/articles/schema'
import { useToast } from '@/components/ui/toast'
import { createTag, searchTags } from '@/lib/tags/actions'
import { createByline, searchBylines } from '@/lib/users/actions'
import type { Answer } from '@/lib/auth/define-action'
import { FollowLine } from '../links/impact-note'
import { useAsk } from '../use-deed'
import { useSearch } from '../use-search'
import { useDesk, useSnapshot } from './editor-context'
import { ElsewhereFields } from './elsewhere-fields'
import { NameList } from './name-list'
import type { Named } from './snapshot'

/** What an article is filed, signed and found by. */
export function DetailsPanel({ sections, canCreateByline }: { sections: readonly Named[]; canCreateByline: boolean }) {
  const t = useTranslations('editor.details')
  const labels = useTranslations('editor.labels')
  const say = useToast()
  const { session, isEditable } = useDesk()
  const { fields, errors, facts } = useSnapshot()
  const ask = useAsk()
  const look = useSearch()
  const add = async (name: 'tags' | 'bylines', make: () => Promise<Answer<Named>>) => {
    const answer = await ask(make)
    if (!answer.ok) {
      say(answer.message)
      return false
    }
    const list = session.read().fields[name]
    if (!list.some(({ id }) => id === answer.data.id)) session.set({ [name]: [...list, { id: answer.data.id, name: answer.data.name }] })
    return true
  }
  const search = (lookUp: () => Promise<Answer<Named[]>>, taken: readonly Named[]) => look(lookUp, (rows) => rows.filter(({ id }) => !taken.some((each) => each.id === id)))
  const none = !isEditable
  return (
    <div className="flex flex-col gap-5">
      <Select label={t('section')} options={sections} value={fields.sectionId} onChange={(sectionId) => session.set({ sectionId })} error={errors.section ?? errors.sectionId} placeholder={t('chooseSection')} isDisabled={none} />
      <Select label={t('label')} options={LABELS.map((id) => ({ id, name: labels(id) }))} value={fields.label} onChange={(label) => session.set({ label: label as Label })} isDisabled={none} />
      <NameList label={t('bylines')} searchLabel={t('addByline')} names={fields.bylines} onChange={(bylines) => session.set({ bylines })} error={errors.bylineIds} isOrdered isDisabled={none}
        search={(query) => search(() => searchBylines({ query }), fields.bylines)} create={canCreateByline ? { offer: (name) => t('createByline', { name }), run: (name) => add('bylines', () => createByline({ name })) } : undefined} />
      <NameList label={t('tags')} searchLabel={t('addTag')} names={fields.tags} onChange={(tags) => session.set({ tags })} error={errors.tagIds} isDisabled={none}
        search={(query) => search(() => searchTags({ query }), fields.tags)} create={{ offer: (name) => t('createTag', { name }), run: (name) => add('tags', () => createTag({ name, kind: 'topic' })) }} />
      <Slug />
      <ElsewhereFields fields={fields} errors={errors} onChange={(change) => session.set(change)} isDisabled={none} />
      <Field label={t('dateline')} hint={t('datelineHint')} value={fields.dateline ?? ''} onChange={(dateline) => session.set({ dateline: dateline.trim() || null })} error={errors['draft.dateline'] ?? errors.dateline} isDisabled={none} />
      <Switch isSelected={fields.noindex} onChange={(noindex) => session.set({ noindex })} isDisabled={none}>{t('noindex')}</Switch>
      {facts.everLive && fields.noindex && <p className="-mt-3 text-[0.8125rem] text-quiet">{t('noindexHint')}</p>}
    </div>
  )
}

function Slug() {
  const t = useTranslations('editor.details')
  const { session, isEditable } = useDesk()
  const { fields, errors, facts } = useSnapshot()
  const hint = facts.slugFrozen ? t('slugFrozen') : fields.slugChosen ? t('slugChosen') : t('slugFollows')
  return (
    <div className="flex flex-col gap-1">
      <Field label={t('slug')} hint={errors.slug ? undefined : hint} value={fields.slug ?? ''} error={errors.slug} maxLength={LIMITS.slug} isDisabled={!isEditable} placeholder={t('slugNone')}
        onChange={(slug) => session.set({ slug: slug || null, slugChosen: slug !== '' })} />
      {facts.state === 'live' && <FollowLine articleId={session.articleId} />}
    </div>
  )
}
