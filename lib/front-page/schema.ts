import { z } from 'zod'

/** Lengths in UTF-16 units; slots of one page, planned ones too. */
export const FRONT_LIMITS = { slots: 20, headline: 160, place: 30, flash: 120, url: 2_000 } as const

const id = z.uuid('invalidValue')
/** A UTC instant. */
const at = z.iso.datetime({ offset: true, error: 'invalidValue' }).transform((text) => new Date(text))

/** `id`: the slot that it was, null for a new one; `from` null, or an instant that has been, means: from now on. */
const slotSchema = z.strictObject({
  id: id.nullable(),
  articleId: id,
  headline: z.string().trim().max(FRONT_LIMITS.headline, 'tooLong'),
  pinnedTo: z.int().min(1, 'invalidValue').max(FRONT_LIMITS.place, 'invalidValue').nullable(),
  from: at.nullable(),
  until: at.nullable(),
})

/** A page as the editor wants it: all its slots in order. `version`: that which it was made from, 0 for a page that nobody has edited. */
export const saveFrontPageSchema = z.strictObject({
  sectionId: id.nullable(),
  version: z.int().min(0, 'invalidValue'),
  slots: z.array(slotSchema).max(FRONT_LIMITS.slots, 'tooMany'),
})

const webAddress = z.string().trim().max(FRONT_LIMITS.url, 'addressTooLong').refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'addressRefused')

/** `replaces`: the line that the editor saw, null for none. */
export const setFlashSchema = z.strictObject({
  text: z.string().trim().min(1, 'required').max(FRONT_LIMITS.flash, 'tooLong'),
  articleId: id.nullable(),
  url: webAddress.nullable(),
  until: at,
  replaces: id.nullable(),
}).refine(({ articleId, url }) => articleId === null || url === null, { path: ['url'], error: 'invalidValue' })

export const endFlashSchema = z.strictObject({ flashId: id })
export const flashToSchema = z.strictObject({ articleId: id })

export type SlotInput = z.output<typeof slotSchema>
/** A slot as it is sent. */
export type SlotDraft = z.input<typeof slotSchema>
