'use server'

import { defineAction, definePublicAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import * as queries from './queries'
import { articleMailSchema, changeRoleSchema, createBylineSchema, createUserSchema, firstAdminSchema, linkSchema, localeSchema, searchBylinesSchema, searchColleaguesSchema, setActiveSchema, setPasswordSchema, userIdSchema } from './schema'

export const createUser = defineAction(createUserSchema, (actor, input) => commands.createUser({ actor, ...input }))

export const renewLink = defineAction(userIdSchema, (actor, input) => commands.renewLink({ actor, ...input }))

export const changeRole = defineAction(changeRoleSchema, (actor, input) => commands.changeRole({ actor, ...input }))

export const setActive = defineAction(setActiveSchema, (actor, input) => commands.setActive({ actor, ...input }))

export const setLocale = defineAction(localeSchema, (actor, input) => commands.setLocale({ actor, ...input }))

export const setArticleMail = defineAction(articleMailSchema, (actor, input) => commands.setArticleMail({ actor, ...input }))

export const searchBylines = defineAction(searchBylinesSchema, (_actor, { query }) => queries.searchBylines(query))

export const searchColleagues = defineAction(searchColleaguesSchema, (_actor, { query }) => queries.searchColleagues(query))

export const createByline = defineAction(createBylineSchema, (actor, input) => commands.createByline({ actor, ...input }))

export const inspectLink = definePublicAction(linkSchema, (input) => commands.inspectLink(input))

export const setPasswordByLink = definePublicAction(setPasswordSchema, (input) => commands.setPasswordByLink(input))

export const createFirstAdmin = definePublicAction(firstAdminSchema, (input) => commands.createFirstAdmin(input))
