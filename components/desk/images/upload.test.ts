import { afterEach, describe, expect, test, vi } from 'vitest'
import { IMAGE_LIMITS } from '@/lib/media/schema'
import { filesIn, imagesIn, type Uploaded, Uploads } from './upload'

const WORDS = { unreachable: 'utom räckhåll', tooLarge: 'för stor', noImage: 'ingen bild' }
const file = (name: string, type = 'image/jpeg') => new File(['x'], name, { type })
const answerFor = (name: string) => ({ ok: true, data: { image: { id: name }, isKnown: false } })

/** A browser's request, whose end is told from outside. */
class Request {
  static all: Request[] = []
  status = 200
  response: unknown = null
  upload: { onprogress?: (event: object) => void } = {}
  onload?: () => void
  onerror?: () => void
  headers: Record<string, string> = {}
  constructor() { Request.all.push(this) }
  open() {}
  send() {}
  setRequestHeader(name: string, value: string) { this.headers[name] = value }
  answer(response: unknown, status = 200) { Object.assign(this, { response, status }); this.onload?.() }
}
const settled = () => new Promise((done) => setTimeout(done))

function begin() {
  Request.all = []
  vi.stubGlobal('XMLHttpRequest', Request)
  const uploads = new Uploads(WORDS)
  const done: [number, Uploaded][] = []
  uploads.tell((key, uploaded) => done.push([key, uploaded]))
  return { uploads, done }
}
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('files on their way', () => {
  test('go one after the other, with their names and how far they have come', async () => {
    const { uploads, done } = begin()
    const keys = uploads.add([file('Älven.jpg'), file('b.jpg')])
    expect(Request.all).toHaveLength(1)
    expect(uploads.isUnderWay()).toBe(true)
    expect(Request.all[0]!.headers['x-file-name']).toBe('%C3%84lven.jpg')
    Request.all[0]!.upload.onprogress!({ loaded: 1, total: 4 })
    expect(uploads.read().map(({ part }) => part)).toEqual([0.25, null])
    Request.all[0]!.answer(answerFor('a'))
    await settled()
    expect(Request.all).toHaveLength(2)
    Request.all[1]!.answer(answerFor('b'))
    await settled()
    expect(done.map(([key, { image }]) => [key, image.id])).toEqual([[keys[0], 'a'], [keys[1], 'b']])
    expect(uploads.read()).toEqual([])
    expect(uploads.isUnderWay()).toBe(false)
  })

  test('that are refused, or meet no server, stay with the reason and can be sent again; those after them go on', async () => {
    const { uploads, done } = begin()
    uploads.add([file('a.gif', 'image/gif'), file('b.jpg'), file('c.jpg')])
    Request.all[0]!.answer({ ok: false, code: 'INVALID', message: 'fel', fields: { file: 'ingen bild' } })
    await settled()
    Request.all[1]!.onerror!()
    await settled()
    Request.all[2]!.answer('<html>', 502)
    await settled()
    expect(uploads.read().map(({ problem, isFinal }) => [problem, isFinal])).toEqual([['ingen bild', true], ['utom räckhåll', false], ['utom räckhåll', false]])
    uploads.retry(uploads.read()[1]!.key)
    Request.all[3]!.answer(answerFor('b'))
    await settled()
    uploads.drop(uploads.read()[0]!.key)
    expect(done).toHaveLength(1)
    expect(uploads.read().map(({ file: { name } }) => name)).toEqual(['c.jpg'])
    uploads.dropRefused()
    expect(uploads.read()).toEqual([])
  })

  test('that come too fast wait, and go on by themselves', async () => {
    vi.useFakeTimers()
    const { uploads, done } = begin()
    uploads.add([file('a.jpg'), file('b.jpg')])
    Request.all[0]!.answer({ ok: false, code: 'RATE_LIMITED', message: 'vänta' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([Request.all.length, uploads.read()[0]]).toMatchObject([1, { isHeld: true, problem: null }])
    await vi.advanceTimersByTimeAsync(30_000)
    Request.all[1]!.answer(answerFor('a'))
    await vi.advanceTimersByTimeAsync(0)
    expect(done.map(([, { image }]) => image.id)).toEqual(['a'])
    expect(Request.all).toHaveLength(3)
  })

  test('that are too large or no images are not sent at all', async () => {
    const { uploads } = begin()
    uploads.add([Object.defineProperty(file('a.jpg'), 'size', { value: IMAGE_LIMITS.fileBytes + 1 }), file('a.pdf', 'application/pdf')])
    await settled()
    expect(Request.all).toEqual([])
    expect(uploads.read().map(({ problem }) => problem)).toEqual(['för stor', 'ingen bild'])
  })
})

test('of what is dropped or pasted, files are taken where there are no words, in a text only images', () => {
  const given = (words: string, ...files: File[]) => ({ getData: () => words, files }) as unknown as DataTransfer
  const [image, text] = [file('a.png', 'image/png'), file('a.txt', 'text/plain')]
  expect(filesIn(given('', image, text))).toEqual([image, text])
  expect(imagesIn(given('', image, text))).toEqual([image])
  expect(filesIn(given('Ord med en bild av sig.', image))).toEqual([])
  expect(filesIn(null)).toEqual([])
})
