'use server'

import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import * as queries from './queries'
import { editImageSchema, imageIdSchema, searchImagesSchema } from './schema'

export const searchImages = defineAction(searchImagesSchema, (_actor, input) => queries.findImages(input))

export const loadImage = defineAction(imageIdSchema, (_actor, { imageId }) => queries.getImage(imageId))

export const editImage = defineAction(editImageSchema, (actor, input) => commands.editImage({ actor, ...input }))

export const deleteImage = defineAction(imageIdSchema, (actor, input) => commands.deleteImage({ actor, ...input }))
