'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { loadRevision } from '@/lib/articles/actions'
import { type ChangedLine, ELSEWHERE, lackedLines, type Words } from '@/lib/articles/model'
import type { Lacking } from './correction-note'
import { useDesk, useSnapshot } from './editor-context'
import { Version } from './version'

type Props = { of: Lacking; revisionId: string | null; isOpen: boolean; onClose: () => void }

/** What of a correction a text lacks, and both texts side by side. */
export function CompareCorrection({ of, revisionId, isOpen, onClose }: Props) {
  const t = useTranslations('editor.correction')
  const { facts: { correction } } = useSnapshot()
  return (
    <Dialog title={t('compareTitle')} closeLabel={t('close')} isOpen={isOpen} onClose={onClose} wide>
      {correction && (
        <Texts of={of} revisionId={revisionId} correctedId={correction.revisionId} lines={correction.lines} />
      )}
    </Dialog>
  )
}

function Changes({ lines }: { lines: readonly ChangedLine[] }) {
  const t = useTranslations('editor.correction')
  const names = useTranslations('editor.details')
  const nameOf = (part: ChangedLine['part']) => ELSEWHERE.filter((name) => name === part).map((name) => ` · ${names(name)}`)
  return (
    <ul aria-label={t('changes')} className="flex max-h-60 flex-col gap-2 overflow-auto font-serif text-[0.9375rem]" lang="sv">
      {lines.filter(({ words }) => words).map(({ key, part, words, before, after }) => (
        <li key={key} className="break-words">
          <span className="block font-sans text-[0.8125rem] font-semibold text-quiet">{t(before > after ? 'gone' : 'came')}{nameOf(part)}</span>
          {before > after ? <del className="decoration-stop-ink">{words}</del> : <ins className="decoration-live underline-offset-4">{words}</ins>}
        </li>
      ))}
    </ul>
  )
}

type TextsProps = Pick<Props, 'of' | 'revisionId'> & { correctedId: string; lines: readonly ChangedLine[] }
function Texts({ of, revisionId, correctedId, lines }: TextsProps) {
  const t = useTranslations('editor.correction')
  const { session } = useDesk()
  const corrected = useWords(correctedId)
  const loaded = useWords(revisionId)
  const text = revisionId ? loaded : session.words()
  if (corrected === 'problem' || text === 'problem') return <p role="alert" className="text-sm font-medium text-stop-ink">{t('unreachable')}</p>
  if (!corrected || !text) return null
  return (
    <>
      <Changes lines={lackedLines(lines, text)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title={t(`text.${of}`)} draft={text} other={corrected} />
        <Version title={t('text.corrected')} draft={corrected} other={text} />
      </div>
    </>
  )
}

/** The words of a text on the timeline; null until they are there. */
function useWords(revisionId: string | null): Words | 'problem' | null {
  const { articleId } = useDesk().session
  const [found, setFound] = useState<{ id: string; words: Words | 'problem' } | null>(null)
  useEffect(() => {
    if (!revisionId) return
    let isGone = false
    const load = async () => {
      const answer = await loadRevision({ articleId, revisionId }).catch(() => null)
      if (!isGone) setFound({ id: revisionId, words: answer?.ok ? answer.data : 'problem' })
    }
    void load()
    return () => {
      isGone = true
    }
  }, [articleId, revisionId])
  return found?.id === revisionId ? found.words : null
}
