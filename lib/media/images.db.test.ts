// Images: what is taken and what is not, who may change them, and when readers may have them.
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeActor } from '@/lib/auth/fixtures'
import { db } from '@/lib/platform/db'
import { jpeg, noise, makeMediaFolder } from './fixtures'
import { deleteImage, editImage, sweepImages, uploadImage } from './commands'
import { cutJpeg, findImageFiles, findImages, readCopy } from './queries'
import { widthsOf } from './model'

makeMediaFolder()
const [writer, other, editor] = [await makeActor('writer'), await makeActor('writer'), await makeActor('editor')]

const upload = async (data: Buffer, name = 'bild.jpg') => uploadImage({ actor: writer, data, name })
const words = { alt: '', caption: '', credit: '', focusX: 50, focusY: 50 }

describe('an upload', () => {
  test('makes copies in every width, turned as the camera was held, without place and camera', async () => {
    const data = await noise(2_400, 1_000).jpeg().withExif({ IFD0: { Copyright: 'Kameran' }, IFD3: { GPSLatitude: '59/1 19/1 0/1', GPSLatitudeRef: 'N' } }).withMetadata({ orientation: 6 }).toBuffer()
    const { image, isKnown } = await upload(data, 'C:\\kort\\hamnen.jpg')
    expect([isKnown, image.width, image.height, image.name, image.uses]).toEqual([false, 1_000, 2_400, 'hamnen.jpg', 0])
    for (const width of widthsOf(1_000)) {
      const copy = await sharp((await readCopy(image.id, width))!).metadata()
      expect([copy.format, copy.width, copy.height, copy.exif, copy.orientation]).toEqual(['webp', width, Math.round(width * 2.4), undefined, undefined])
    }
    expect(await readCopy(image.id, 1_280)).toBeNull()
  })

  test('takes the words that agencies write into the file', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="TT">
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Kranarna i hamnen.</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Anna Ek</rdf:li></rdf:Seq></dc:creator>
      <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Tre kranar mot himlen</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>`
    const { image } = await upload(await noise().jpeg().withXmp(xmp).toBuffer())
    expect(image).toMatchObject({ alt: 'Tre kranar mot himlen', caption: 'Kranarna i hamnen.', credit: 'Anna Ek / TT' })
  })

  test('of the same file is the same image, also when two come at once', async () => {
    const data = await jpeg()
    const [one, two] = await Promise.all([upload(data), uploadImage({ actor: other, data, name: 'annan.jpg' })])
    const again = await upload(data)
    expect([one.image.id, again.isKnown, [one.isKnown, two.isKnown].filter(Boolean).length]).toEqual([two.image.id, true, 1])
  })

  test.each([
    ['no image', () => Buffer.from('<html>'), 'imageFormat'],
    ['a drawing that could fetch', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'), 'imageFormat'],
    ['half a file', async () => (await jpeg(1_200, 900)).subarray(0, 30_000), 'imageBroken'],
    ['a long screenshot', () => noise(300, 2_500).png().toBuffer(), 'imageTooLong'],
    ['a small one', () => jpeg(199, 900), 'imageTooSmall'],
    ['a bomb', () => sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: '#000' } }).png().toBuffer(), 'imageTooLarge'],
    ['a large file', () => Buffer.alloc(26 * 1024 * 1024, 1), 'imageFileTooLarge'],
  ])('of %s is refused, and leaves nothing', async (_name, make: () => Buffer | Promise<Buffer>, message) => {
    await expect(upload(await make())).rejects.toMatchObject({ code: 'INVALID', fields: { file: message } })
    const left = (await readdir(process.env.MEDIA_DIR!, { recursive: true })).filter((name) => name.endsWith('.new'))
    expect(left).toEqual([])
  })
})

describe('an image', () => {
  test('is changed by who uploaded it and by editors, never over what somebody else wrote', async () => {
    const { image } = await upload(await jpeg())
    await expect(editImage({ ...words, actor: other, imageId: image.id, version: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await editImage({ ...words, actor: editor, imageId: image.id, version: 1, alt: 'En kran', focusX: 10 })).toMatchObject({ alt: 'En kran', focusX: 10, version: 2 })
    await expect(editImage({ ...words, actor: writer, imageId: image.id, version: 1, alt: 'En annan' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is found by the beginnings of its words', async () => {
    const word = `ord${crypto.randomUUID().slice(0, 8)}`
    const { image } = await upload(await jpeg(), `DSC_${word.slice(3)} Å bron.JPG`)
    await editImage({ ...words, actor: writer, imageId: image.id, version: 1, caption: `Vid ${word} i hamnen`, credit: 'Anna Ek' })
    for (const query of [word, word.slice(0, 9), `hamnen ${word}`, `ek, ${word}`, `DSC_${word.slice(3)} Å bron.jpg`, `${word} &|!:*'"`]) expect((await findImages({ query, before: null })).images.map(({ id }) => id), query).toEqual([image.id])
    expect((await findImages({ query: `${word} båten`, before: null })).images).toEqual([])
  })

  test('is listed once on pages that follow each other', async () => {
    const seen: string[] = []
    for (let before: string | null = null; ;) {
      const page = await findImages({ query: '', before })
      seen.push(...page.images.map(({ id }) => id))
      if (!page.next) break
      before = page.next
    }
    expect([new Set(seen).size, seen.length]).toEqual([seen.length, await db.image.count()])
  })

  test('is deleted with its files; files without an image go at night, when they are a day old', async () => {
    const { image } = await upload(await jpeg())
    await expect(deleteImage({ actor: other, imageId: image.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await deleteImage({ actor: writer, imageId: image.id })
    expect([await readCopy(image.id, 320), (await findImageFiles([image.id])).size]).toEqual([null, 0])
    const [kept, lost, young, unfinished] = [(await upload(await jpeg())).image.id, crypto.randomUUID(), crypto.randomUUID(), `${crypto.randomUUID()}.new`]
    const folder = (id: string): string => join(process.env.MEDIA_DIR!, id.slice(34, 36), id)
    for (const id of [lost, young, unfinished]) {
      await mkdir(folder(id), { recursive: true })
      await writeFile(join(folder(id), '320.webp'), 'x')
    }
    const longAgo = new Date(Date.now() - 2 * 86_400_000)
    for (const id of [kept, lost, unfinished]) await utimes(folder(id), longAgo, longAgo)
    expect(await sweepImages()).toBe(2)
    expect([await readCopy(lost, 320), await readCopy(young, 320), await readCopy(kept, 320)].map(Boolean)).toEqual([false, true, true])

    // another database's folder
    const theirs = Array.from({ length: 60 }, () => crypto.randomUUID())
    for (const id of theirs) {
      await mkdir(folder(id), { recursive: true })
      await utimes(folder(id), longAgo, longAgo)
    }
    expect([await sweepImages(), (await readdir(process.env.MEDIA_DIR!, { recursive: true })).filter((name) => theirs.some((id) => name.endsWith(id))).length]).toEqual([0, 60])
    for (const id of theirs) await rm(folder(id), { recursive: true })
  })

  test('is cut around what must be seen', async () => {
    const half = await sharp({ create: { width: 1_000, height: 400, channels: 3, background: '#000000' } })
      .composite([{ input: await sharp({ create: { width: 500, height: 400, channels: 3, background: '#ffffff' } }).png().toBuffer(), left: 500, top: 0 }]).webp().toBuffer()
    const meanAt = async (focusX: number): Promise<number> => {
      const cut = await cutJpeg(half, { width: 300, height: 300, focusX, focusY: 50 })
      expect(await sharp(cut).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 300 })
      return (await sharp(cut).stats()).channels[0]!.mean
    }
    expect([await meanAt(0) < 20, await meanAt(100) > 235, Math.abs((await meanAt(50)) - 127) < 20]).toEqual([true, true, true])
  })
})
