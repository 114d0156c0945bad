import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import satori from 'satori'
import sharp from 'sharp'
import { PICTURE_FONTS } from '@/components/reader/fonts.generated'
import { SharedPicture } from '@/components/reader/shared-picture'
import { PICTURE_SIZE } from '@/lib/reader/model'
import type { Picture } from '@/lib/reader/queries'

let fonts: Promise<Buffer[]> | null = null

/** A PNG of an article's headline. Lines are set here; the drawing is done in libvips' own threads (docs/decisions/0017). */
export async function drawPicture(text: Picture['text']): Promise<Buffer<ArrayBuffer>> {
  const data = await (fonts ??= Promise.all(PICTURE_FONTS.map((path) => readFile(join(process.cwd(), path)))))
  const svg = await satori(<SharedPicture {...text} />, { ...PICTURE_SIZE, fonts: data.map((font, i) => ({ name: i === 0 ? 'Sans' : 'Sans More', data: font, weight: 700, style: 'normal' })) })
  const png = await sharp(Buffer.from(svg)).png({ palette: true, quality: 90 }).toBuffer()
  return Buffer.from(png)
}
