import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Actor } from '@/lib/auth/model'
import { editImage, uploadImage } from '@/lib/media/commands'
import type { ImageUse } from '@/lib/media/schema'

const FOLDER = join(import.meta.dirname, '../../prisma/demo/images')
const WIDTH = 1_600
const CREDIT = 'Illustration: Aftonspalten'

export type Drawing = { name: string; alt: string; caption: string }

/** The demo newsroom's drawings, with the words that they have for whoever takes them next; by name, as an article takes them. */
export async function makeImages(drawings: readonly Drawing[], actor: Actor, now: Date): Promise<Map<string, ImageUse>> {
  const made = new Map<string, ImageUse>()
  for (const { name, alt, caption } of drawings) {
    if (made.has(name)) continue
    const data = await sharp(readFileSync(join(FOLDER, `${name}.svg`))).resize(WIDTH).jpeg({ quality: 90 }).toBuffer()
    const { image } = await uploadImage({ actor, data, name: `${name}.jpg`, now })
    const words = { alt, caption, credit: CREDIT }
    await editImage({ actor, imageId: image.id, version: image.version, ...words, focusX: image.focusX, focusY: image.focusY, now })
    made.set(name, { image: image.id, ...words })
  }
  return made
}
