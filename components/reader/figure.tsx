import type { ShownImage, Site } from '@/lib/reader/model'
import { Picture } from './picture'

type Props = { image: ShownImage; site: Pick<Site, 'isPreview'>; isLead?: boolean }
/** Narrower than its column: it is shown as it is. */
const COLUMN = 584
/** How wide an image is in a story: as the screen, as its columns on a large one. */
const SIZES = { lead: '(min-width: 79rem) 892px, (min-width: 64rem) 71vw, (min-width: 48rem) 584px, 100vw', text: '(min-width: 48rem) 584px, 100vw', tall: '(min-width: 33rem) 480px, 100vw' }

/** An image in a story, whole, with what it shows and who made it. */
export function Figure({ image, site, isLead = false }: Props) {
  const { caption, credit } = image
  const shape = image.width < COLUMN ? 'small' : image.height > image.width ? 'tall' : null
  return (
    <figure className={['figure', isLead && 'figure-lead', shape && `figure-${shape}`].filter(Boolean).join(' ')}>
      <Picture image={image} alt={image.alt} sizes={shape === 'small' ? `${image.width}px` : SIZES[shape ?? (isLead ? 'lead' : 'text')]} site={site} isFirst={isLead} />
      {(caption || credit) && <figcaption>{caption}{caption && credit && ' '}{credit && <span className="credit">{creditLine(credit)}</span>}</figcaption>}
    </figure>
  )
}

/** "Foto: Anna Ek / TT"; what already says what it is stays as it is. */
const creditLine = (credit: string): string => (/^(foto|bild|illustration|grafik|karta|montage|arkivbild)\b/i.test(credit) ? credit : `Foto: ${credit}`)
