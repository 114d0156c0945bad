// The files of images: `MEDIA_DIR/ab/<id>/original` and `<width>.webp` beside it. What is written is written whole or not at all.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { mediaDir } from '@/lib/platform/env'
import { Turns } from '@/lib/platform/turns'
import { widthsOf } from './model'
import { IMAGE_LIMITS } from './schema'

export type Format = 'jpeg' | 'png' | 'webp' | 'avif'
/** Pixels as the image is seen. */
export type Inspected = { format: Format; width: number; height: number }
export type Refusal = 'imageFormat' | 'imageBroken' | 'imageTooLarge' | 'imageTooSmall' | 'imageTooLong'

const QUALITY = 78
// Decoding takes much memory: one image at a time in a process.
const turns = new Turns(1)

/** The format by the first bytes; null for all others: what is no image never reaches a decoder. */
function formatOf(data: Buffer): Format | null {
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  const head = data.toString('latin1', 0, 16)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  return /^ftypavi[fs]/.test(head.slice(4)) ? 'avif' : null
}

const open = (data: Buffer) => sharp(data, { limitInputPixels: IMAGE_LIMITS.pixels, failOn: 'error' }).autoOrient().flatten({ background: '#ffffff' })

/** What the file is, or why it is not taken. */
export async function inspect(data: Buffer): Promise<Inspected | Refusal> {
  const format = formatOf(data)
  if (!format) return 'imageFormat'
  const read = await readMetadata(data)
  if (typeof read === 'string') return read
  const { width, height } = read.autoOrient
  if (Math.min(width, height) < IMAGE_LIMITS.shortestSide) return 'imageTooSmall'
  if (Math.max(width, height) > IMAGE_LIMITS.ratio * Math.min(width, height)) return 'imageTooLong'
  return { format, width, height }
}

async function readMetadata(data: Buffer): Promise<Metadata | Refusal> {
  try {
    const read = await sharp(data, { limitInputPixels: false }).metadata()
    return read.width * read.height > IMAGE_LIMITS.pixels ? 'imageTooLarge' : read
  } catch {
    return 'imageBroken'
  }
}

/** Writes the original and its copies, which have nothing of what else the file holds (place, camera). Answers why it cannot be read, or null. */
export async function writeImage(id: string, data: Buffer, { format, width }: Inspected): Promise<Refusal | null> {
  const [folder, made] = [folderOf(id), `${folderOf(id)}.new`]
  try {
    await mkdir(made, { recursive: true })
    await turns.take(async () => {
      for (const size of widthsOf(width)) await open(data).resize({ width: size }).webp({ quality: QUALITY, smartSubsample: true }).toFile(join(made, `${size}.webp`))
    })
    await writeFile(join(made, `original.${format}`), data)
    await rm(folder, { recursive: true, force: true })
    await rename(made, folder)
    return null
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    if (isSystemError(error)) throw error
    return 'imageBroken'
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** A copy; null when there is none in that width. */
export async function readCopy(id: string, width: number): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return Buffer.from(await readFile(join(folderOf(id), `${width}.webp`)))
  } catch (error) {
    if (isSystemError(error) && (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A JPEG of exactly this size with what must be seen in it, for those that know no WebP (shares). */
export async function cutJpeg(copy: Buffer, { width, height, focusX, focusY }: { width: number; height: number; focusX: number; focusY: number }): Promise<Buffer<ArrayBuffer>> {
  const { width: w, height: h } = await sharp(copy).metadata()
  const scale = Math.max(width / w, height / h)
  const [across, down] = [Math.max(width, Math.round(w * scale)), Math.max(height, Math.round(h * scale))]
  const at = (whole: number, part: number, focus: number): number => Math.min(whole - part, Math.max(0, Math.round((whole * focus) / 100 - part / 2)))
  const data = await sharp(copy).resize(across, down, { fit: 'fill' })
    .extract({ left: at(across, width, focusX), top: at(down, height, focusY), width, height }).flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
  return Buffer.from(data)
}

/** The files of an image are gone after this, whether there were any or not. */
export async function removeImage(id: string): Promise<void> {
  await rm(folderOf(id), { recursive: true, force: true })
}

/** The names of all that lies in the folder, a shelf at a time. */
export async function* shelves(): AsyncGenerator<string[]> {
  for (const shelf of await readdir(mediaDir()).catch(() => [])) yield readdir(join(mediaDir(), shelf)).catch(() => [])
}

/** Whether nothing of an image was written for so many ms. */
export async function isOlderThan(name: string, age: number): Promise<boolean> {
  const found = await stat(folderOf(name)).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > age
}

/** On the shelf of an id's last two letters, what is not finished too. */
const folderOf = (name: string): string => join(resolve(mediaDir()), name.slice(34, 36), name)
