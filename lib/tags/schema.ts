import { z } from 'zod'
import { normalizeName } from './model'

export const TAG_KINDS = ['topic', 'section'] as const
export type TagKind = (typeof TAG_KINDS)[number]
export const NAME_LENGTH = 80

const id = z.uuid('invalidValue')
const tagNameSchema = z.string().trim().max(NAME_LENGTH, 'tooLong').refine((name) => normalizeName(name) !== '', 'required')
export const createTagSchema = z.strictObject({ name: tagNameSchema, kind: z.enum(TAG_KINDS, 'invalidValue') })
export const renameTagSchema = z.strictObject({ tagId: id, name: tagNameSchema })
export const mergeTagsSchema = z.strictObject({ fromId: id, intoId: id })
export const tagIdSchema = z.strictObject({ tagId: id })
export const searchTagsSchema = z.strictObject({ query: z.string().max(NAME_LENGTH, 'tooLong'), kind: z.enum(TAG_KINDS, 'invalidValue').default('topic') })
