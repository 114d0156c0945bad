'use server'

import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import * as queries from './queries'
import { changeRoleSchema, createBylineSchema, createUserSchema, localeSchema, searchBylinesSchema, setActiveSchema, userIdSchema } from './schema'

export const createUser = defineAction(createUserSchema, (actor, input) => commands.createUser({ actor, ...input }))

export const renewLink = defineAction(userIdSchema, (actor, input) => commands.renewLink({ actor, ...input }))

export const changeRole = defineAction(changeRoleSchema, (actor, input) => commands.changeRole({ actor, ...input }))

export const setActive = defineAction(setActiveSchema, (actor, input) => commands.setActive({ actor, ...input }))

export const setLocale = defineAction(localeSchema, (actor, input) => commands.setLocale({ actor, ...input }))

export const searchBylines = defineAction(searchBylinesSchema, (_actor, { query }) => queries.searchBylines(query))

export const createByline = defineAction(createBylineSchema, (actor, input) => commands.createByline({ actor, ...input }))
