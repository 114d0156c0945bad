import { Fragment } from 'react'
import type { Label } from '@/lib/articles/schema'
import { LABEL_NAMES, type Place, shownDateline, shownTime, type Site } from '@/lib/reader/model'

/** What of the site a list needs: the time that it is, and whether it is looked at before readers may. */
export type Clock = Pick<Site, 'now' | 'timeZone' | 'isPreview'>
type Props = { label: Label; section: Place | null; bylines?: readonly Place[]; publishedAt: Date | null; changedAt?: Date | null; dateline: string | null; clock: Clock; minutes?: number; hasSection?: boolean }

/** Section, label, bylines and time on one line, the same everywhere; with spaces between for who reads it without styles. */
export function MetaLine({ label, section, bylines = [], publishedAt, changedAt = null, dateline, clock, minutes, hasSection = true }: Props) {
  return (
    <p className="meta">
      {label === 'annons' && <strong className="advert">{LABEL_NAMES.annons}</strong>}{' '}
      {hasSection && <SectionName section={section} />}{' '}
      {needsName(label, section) && <strong>{LABEL_NAMES[label]}</strong>}{' '}
      {bylines.length > 0 && <span><Names bylines={bylines} /></span>}{' '}
      <When publishedAt={publishedAt} dateline={dateline} clock={clock} />{' '}
      {changedAt && <span>Uppdaterad <Moment at={changedAt} clock={clock} /></span>}{' '}
      {minutes && <span className="minutes">{minutes} min läsning</span>}
    </p>
  )
}

/** News is what a paper is; an advertisement has its mark; a leader among the leaders is one. */
const needsName = (label: Label, section: Place | null): boolean => label !== 'nyhet' && label !== 'annons' && LABEL_NAMES[label] !== section?.name

function Names({ bylines }: { bylines: readonly Place[] }) {
  return bylines.map(({ name, slug }, i) => (
    <Fragment key={slug}>
      {i > 0 && (i === bylines.length - 1 ? ' och ' : ', ')}
      <a href={`/author/${slug}`} rel="author">{name}</a>
    </Fragment>
  ))
}

const SectionName = ({ section }: { section: Place | null }) => section && <a className="section" href={`/section/${section.slug}`}>{section.name}</a>

/** The article's own date if it was imported with one, else when readers first got it. */
export function When({ publishedAt, dateline, clock }: { publishedAt: Date | null; dateline: string | null; clock: Clock; minutes?: number }) {
  if (dateline) return <time dateTime={dateline}>{shownDateline(dateline)}</time>
  return publishedAt && <Moment at={publishedAt} clock={clock} />
}

export function Moment({ at, clock }: { at: Date; clock: Clock }) {
  const [hour, minute] = shownTime(at, clock.now, clock.timeZone).split(':')
  return <time dateTime={at.toISOString()}>{hour}{minute && <><span className="colon">:</span>{minute}</>}</time>
}
