import type { Reason } from './model'

const SV: Record<Reason, string> = {
  'same-article': 'Samma artikel finns redan som LÄS OCKSÅ i texten.',
  'same-url': 'Samma adress finns redan som LÄS OCKSÅ i texten.',
  'same-title': 'Samma rubrik finns redan som LÄS OCKSÅ i texten.',
  self: 'Länken leder till artikeln själv.',
  'weak-url': 'Adressen leder troligen till samma sida som en annan LÄS OCKSÅ.',
  'title-folded': 'Rubriken är densamma som en annan, bortsett från prickar och accenter.',
  'title-typo': 'Rubriken skiljer sig från en annan med en enda bokstav. Felskrivning?',
  'title-other-target': 'Två LÄS OCKSÅ har samma rubrik men leder till olika sidor.',
  'text-link': 'Texten länkar redan till samma sida.',
}
const EN: Record<Reason, string> = {
  'same-article': 'The same article is already a READ ALSO in the text.',
  'same-url': 'The same address is already a READ ALSO in the text.',
  'same-title': 'The same headline is already a READ ALSO in the text.',
  self: 'The link leads to this article itself.',
  'weak-url': 'The address probably leads to the same page as another READ ALSO.',
  'title-folded': 'The headline is the same as another but for accents.',
  'title-typo': 'The headline differs from another by a single letter. A typing error?',
  'title-other-target': 'Two READ ALSO have the same headline but lead to different pages.',
  'text-link': 'The text already links to the same page.',
}

/** The reason as a sentence for the person who writes. */
export function explain(reason: Reason, locale: 'sv' | 'en'): string {
  return (locale === 'sv' ? SV : EN)[reason]
}
