import type { ShownImage, Site } from '@/lib/reader/model'
import { Picture } from './picture'

type Props = { image: ShownImage; site: Pick<Site, 'isPreview'>; isLead?: boolean }
/** Narrower than its column: it is shown as it is. */
const COLUMN = 584
/** How wide an image is in a story: as the screen, as its columns on a large one. */
const SIZES = { lead: '(min-width: 79rem) 892px, (min-width: 64rem) 71vw, (min-width: 48rem) 584px, 100vw', text: '(min-width: 48rem) 584px, 100vw', tall: '(min-width: 33rem) 480px, 100vw' }

/** An image in a story, whole, with what it shows and who made it. */
export function Figure({ image, site, isLead = false }: Props) {
  const { place, sizes } = formOf(image, isLead)
  return (
    <figure className={`figure ${isLead ? 'figure-lead ' : ''}${place}`}>
      <Picture image={image} alt={image.alt} sizes={sizes} site={site} isFirst={isLead} />
      <Words image={image} />
    </figure>
  )
}

function formOf({ width, height }: ShownImage, isLead: boolean): { place: string; sizes: string } {
  if (width < COLUMN) return { place: 'figure-small', sizes: `${width}px` }
  if (height > width) return { place: 'figure-tall', sizes: SIZES.tall }
  return { place: 'figure-wide', sizes: isLead ? SIZES.lead : SIZES.text }
}

function Words({ image: { caption, credit } }: { image: ShownImage }) {
  if (!caption && !credit) return null
  return <figcaption>{caption} {credit && <span className="credit">{creditLine(credit)}</span>}</figcaption>
}

/** "Foto: Anna Ek / TT"; what already says what it is stays as it is. */
const creditLine = (credit: string): string => (/^(foto|bild|illustration|grafik|karta|montage|arkivbild)\b/i.test(credit) ? credit : `Foto: ${credit}`)
