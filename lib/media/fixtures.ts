import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Actor } from '@/lib/auth/model'
import { uploadImage } from './commands'
import type { ImageView } from './model'

/** A folder of its own for the images of a test file. */
export function makeMediaFolder(): string {
  return (process.env.MEDIA_DIR = mkdtempSync(join(tmpdir(), 'spalt-media-')))
}

/** Noise, that no other test has. */
export const noise = (width = 800, height = 500) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
export const jpeg = (width?: number, height?: number): Promise<Buffer> => noise(width, height).jpeg().toBuffer()
export const makeImage = async (actor: Actor): Promise<ImageView> => (await uploadImage({ actor, data: await jpeg(), name: 'bild.jpg' })).image
