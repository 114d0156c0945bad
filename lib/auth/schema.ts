import { z } from 'zod'
import { PASSWORD } from './model'

export const passwordSchema = z.string().min(PASSWORD.shortest, 'passwordShort').max(PASSWORD.longest, 'tooLong')
export const tokenSchema = z.string().min(1, 'linkVoid').max(100, 'linkVoid')
