import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Actor } from '@/lib/auth/model'
import { uploadImage } from '@/lib/media/commands'
import type { ImageUse } from '@/lib/media/schema'

const FOLDER = join(import.meta.dirname, '../../prisma/demo/images')
const WIDTH = 1_600
const CREDIT = 'Illustration: Aftonspalten'

/** The demo newsroom's drawings, by the names of their files, as an article takes them. */
export async function makeImages(names: readonly string[], actor: Actor, now: Date): Promise<Map<string, ImageUse>> {
  const made = new Map<string, ImageUse>()
  for (const name of names) {
    const data = await sharp(readFileSync(join(FOLDER, `${name}.svg`))).resize(WIDTH).jpeg({ quality: 90 }).toBuffer()
    const { image } = await uploadImage({ actor, data, name: `${name}.jpg`, now })
    made.set(name, { image: image.id, alt: '', caption: '', credit: CREDIT })
  }
  return made
}
