'use server'

import { isAdmin } from '@/lib/auth/model'
import { defineAction } from '@/lib/auth/define-action'
import { forbidden } from '@/lib/platform/errors'
import * as commands from './commands'
import * as queries from './queries'
import { createTagSchema, mergeTagsSchema, renameTagSchema, searchTagsSchema, tagIdSchema } from './schema'

export const searchTags = defineAction(searchTagsSchema, (_actor, { query, kind }) => queries.searchTags(query, kind))

export const createTag = defineAction(createTagSchema, (actor, input) => commands.createTag({ actor, ...input }))

export const renameTag = defineAction(renameTagSchema, (actor, input) => commands.renameTag({ actor, ...input }))

export const mergeTags = defineAction(mergeTagsSchema, (actor, input) => commands.mergeTags({ actor, ...input }))

export const previewMerge = defineAction(mergeTagsSchema, (actor, { fromId, intoId }) => {
  if (!isAdmin(actor)) throw forbidden()
  return queries.findMergeEffect(fromId, intoId)
})

export const deleteTag = defineAction(tagIdSchema, (actor, input) => commands.deleteTag({ actor, ...input }))
