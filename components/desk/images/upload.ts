import { Watched } from '@/components/ui/watched'
import type { Answer, Refusal } from '@/lib/auth/define-action'
import type { ImageView } from '@/lib/media/model'
import { IMAGE_LIMITS } from '@/lib/media/schema'

/** `isKnown`: the same file was there already. */
export type Uploaded = { image: ImageView; isKnown: boolean }
/** What is said without the server, in the desk's language. */
export type UploadWords = { unreachable: string; tooLarge: string; noImage: string }
type Options = { words: UploadWords; onProgress?: (part: number) => void }

/** Sends a file; answers as a server action does, also when the server is out of reach. `onProgress` hears what part of it is sent. */
export function uploadImage(file: File, { words, onProgress }: Options): Promise<Answer<Uploaded>> {
  const refused = (code: 'INVALID' | 'UNEXPECTED', message: string): Answer<Uploaded> => ({ ok: false, code, message })
  // a browser that does not know the type leaves it to the server
  if (file.type && !file.type.startsWith('image/')) return Promise.resolve(refused('INVALID', words.noImage))
  if (file.size > IMAGE_LIMITS.fileBytes) return Promise.resolve(refused('INVALID', words.tooLarge))
  // fetch does not say how far it has come
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = () => resolve(refused('UNEXPECTED', words.unreachable))
    request.open('POST', '/api/images')
    request.responseType = 'json'
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()))
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response as Answer<Uploaded>) : fail())
    request.onerror = fail
    request.send(file)
  })
}

/** A file that is not an image yet: `part` of it is sent, null while it waits; `problem` is why it was not taken, `isFinal` when another try would end alike. `isHeld`: too many were sent of late, and it goes on by itself. */
export type Upload = { key: number; file: File; part: number | null; problem: string | null; isFinal: boolean; isHeld: boolean }
export type OnUploaded = (key: number, uploaded: Uploaded) => void

/** ms until what came too fast is sent again */
const PAUSE_MS = 15_000

/** Files on their way, one after the other; a refused one stays until it is sent again or dropped. */
export class Uploads extends Watched<readonly Upload[]> {
  private readonly words: UploadWords
  private onUploaded: OnUploaded = () => {}
  private isRunning = false
  private lastKey = 0

  constructor(words: UploadWords) {
    super([])
    this.words = words
  }

  tell(onUploaded: OnUploaded): void {
    this.onUploaded = onUploaded
  }

  /** True while a file waits or is sent. */
  isUnderWay(): boolean {
    return this.read().some(({ problem }) => problem === null)
  }

  /** Answers a key for each. */
  add(files: readonly File[]): number[] {
    const added = files.map((file): Upload => ({ key: (this.lastKey += 1), file, part: null, problem: null, isFinal: false, isHeld: false }))
    this.show([...this.read(), ...added])
    void this.run()
    return added.map(({ key }) => key)
  }

  retry(key: number): void {
    this.change(key, { problem: null })
    void this.run()
  }

  drop(key: number): void {
    this.show(this.read().filter((each) => each.key !== key))
  }

  /** Drops all that were refused. */
  dropRefused(): void {
    this.show(this.read().filter(({ problem }) => problem === null))
  }

  private change(key: number, change: Partial<Upload>): void {
    this.show(this.read().map((each) => (each.key === key ? { ...each, ...change } : each)))
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let next = this.next(); next; next = this.next()) await this.send(next)
    this.isRunning = false
  }

  private next(): Upload | undefined {
    return this.read().find(({ part, problem }) => part === null && problem === null)
  }

  private async send({ key, file }: Upload): Promise<void> {
    this.change(key, { part: 0, isHeld: false })
    const answer = await uploadImage(file, { words: this.words, onProgress: (part) => this.change(key, { part }) })
    if (!answer.ok) return this.refused(key, answer)
    this.onUploaded(key, answer.data)
    this.drop(key)
  }

  private async refused(key: number, { code, message, fields }: Refusal): Promise<void> {
    const isHeld = code === 'RATE_LIMITED'
    this.change(key, { part: null, isHeld, problem: isHeld ? null : (fields?.file ?? message), isFinal: code === 'INVALID' })
    if (isHeld) await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
}

/** The files that were dropped or pasted; none where it is words that were, with or without a picture of them. */
export const filesIn = (data: DataTransfer | null): File[] => (data && !data.getData('text/plain') ? [...data.files] : [])
export const imagesIn = (data: DataTransfer | null): File[] => filesIn(data).filter(({ type }) => type.startsWith('image/'))
