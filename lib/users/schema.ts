import { z } from 'zod'
import { ROLES } from '@/lib/auth/model'
import { passwordSchema, tokenSchema } from '@/lib/auth/schema'
import { LOCALES } from '@/lib/platform/locale'

const id = z.uuid('invalidValue')
/** One address, lower case. */
const emailSchema = z.string().trim().toLowerCase().max(254, 'tooLong').pipe(z.email('emailShape'))
const personNameSchema = z.string().trim().min(1, 'required').max(120, 'tooLong')
export const createUserSchema = z.strictObject({ email: emailSchema, name: personNameSchema, role: z.enum(ROLES, 'invalidValue') })
export const userIdSchema = z.strictObject({ userId: id })
export const changeRoleSchema = z.strictObject({ userId: id, role: z.enum(ROLES, 'invalidValue') })
export const setActiveSchema = z.strictObject({ userId: id, active: z.boolean() })
export const localeSchema = z.strictObject({ locale: z.enum(LOCALES, 'invalidValue') })
export const articleMailSchema = z.strictObject({ on: z.boolean() })
export const searchBylinesSchema = z.strictObject({ query: z.string().max(120, 'tooLong') })
export const searchColleaguesSchema = searchBylinesSchema
export const createBylineSchema = z.strictObject({ name: personNameSchema })
export const linkSchema = z.strictObject({ token: tokenSchema })
export const setPasswordSchema = z.strictObject({ token: tokenSchema, password: passwordSchema })
export const firstAdminSchema = z.strictObject({ ...setPasswordSchema.shape, name: personNameSchema, email: emailSchema })
