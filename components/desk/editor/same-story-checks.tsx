'use client'
import { CopyCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useToast } from '@/components/ui/toast'
import { setUpdateOf } from '@/lib/articles/actions'
import { StateMark } from '../state-mark'
import { When } from '../when'
import { CompareStories } from './compare-stories'
import { useDesk, useSameStory } from './editor-context'
import type { Found, UpdateOf } from './same-story'

const ACTION = 'min-h-7 rounded px-2 text-[0.8125rem] font-semibold underline underline-offset-2 hover:no-underline hover:bg-surface/60'

/** Articles whose text is nearly this one's, and the one that it is an update of. A note, never an obstacle. */
export function SameStoryChecks() {
  const { found, updateOf } = useSameStory()
  const [compared, setCompared] = useState<UpdateOf>(null)
  const link = useLink()
  const untold = updateOf && !found.some(({ id }) => id === updateOf.id) ? [updateOf] : []
  return (
    <>
      {untold.map((other) => <Note key={other.id} other={other} updateOf={updateOf} onCompare={setCompared} onLink={link} />)}
      {found.map((other) => <Note key={other.id} other={other} found={other} updateOf={updateOf} onCompare={setCompared} onLink={link} />)}
      <CompareStories other={compared} onClose={() => setCompared(null)} />
    </>
  )
}

function useLink(): (other: UpdateOf) => Promise<void> {
  const t = useTranslations('editor')
  const say = useToast()
  const { session } = useDesk()
  // what a found article knows of itself is no part of the relation
  return async (given) => {
    const other = given && { id: given.id, headline: given.headline }
    const answer = await setUpdateOf({ articleId: session.articleId, updateOfId: other?.id ?? null }).catch(() => null)
    if (answer?.ok) session.sameStory.link(other)
    else say(answer?.message ?? t('unreachable'))
  }
}

type Props = { other: NonNullable<UpdateOf>; found?: Found; updateOf: UpdateOf; onCompare: (other: UpdateOf) => void; onLink: (other: UpdateOf) => Promise<void> }

function Note({ other, found, updateOf, onCompare, onLink }: Props) {
  const t = useTranslations('editor.sameStory')
  const title = other.headline || t('untitled')
  const isLinked = updateOf?.id === other.id
  return (
    <li className={`flex flex-col gap-1 rounded-md px-3 py-2 text-[0.8125rem] leading-snug ${isLinked ? 'text-quiet' : 'bg-warn-ground text-warn-ink'}`}>
      <p className="flex gap-2">
        <CopyCheck aria-hidden size={16} className="mt-px shrink-0" />
        <span>
          <strong>{t(isLinked || !found ? 'isUpdate' : wordsFor(found), { title })}</strong> {found && t('share', { share: found.share })}
        </span>
      </p>
      {found && <p className="flex flex-wrap gap-x-2 pl-6 [&_*]:text-inherit"><StateMark state={found.state} /> <When at={found.at} look="short" /></p>}
      <p className="-ml-2 flex flex-wrap gap-x-1 pl-6">
        <Button className={ACTION} onPress={() => onCompare({ id: other.id, headline: title })}>{t('compare')}</Button>
        <LinkAction isLinked={isLinked} onPress={() => void onLink(isLinked ? null : other)} />
      </p>
    </li>
  )
}

const wordsFor = ({ kind, share }: Found) => (kind === 'same' && share === 100 ? 'whole' : kind)

function LinkAction({ isLinked, onPress }: { isLinked: boolean; onPress: () => void }) {
  const t = useTranslations('editor.sameStory')
  const { isEditable } = useDesk()
  return isEditable && <Button className={ACTION} onPress={onPress}>{t(isLinked ? 'unlink' : 'link')}</Button>
}
