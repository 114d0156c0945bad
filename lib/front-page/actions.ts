'use server'

import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import * as queries from './queries'
import { endFlashSchema, flashToSchema, saveFrontPageSchema, setFlashSchema } from './schema'

export const saveFrontPage = defineAction(saveFrontPageSchema, (actor, input) => commands.saveFrontPage({ actor, ...input }))

export const setFlash = defineAction(setFlashSchema, (actor, input) => commands.setFlash({ actor, ...input }))

export const endFlash = defineAction(endFlashSchema, (actor, input) => commands.endFlash({ actor, ...input }))

export const findFlashTo = defineAction(flashToSchema, (actor, { articleId }) => queries.findFlashTo(actor, articleId))
