import type { Editor } from '@tiptap/core'
import { Watched } from '@/components/ui/watched'
import { describeLinks, ruleFinding } from '@/lib/articles/actions'
import type { Body, DraftBody } from '@/lib/articles/schema'
import type { Finding } from '@/lib/related-links/model'
import { draftBody, editorDocument } from './body-json'
import { LinkBook } from './link-book'
import { resolveTitles } from './resolve-titles'

export type TextSnapshot = {
  fields: { headline: string; standfirst: string }
  /** field -> what is wrong with it */
  errors: Record<string, string>
  refusal: string | null
}

/** A text that is written on the screen, and what is known of its links; what becomes of it is said by who extends this. */
export abstract class TextSession<S extends TextSnapshot = TextSnapshot> extends Watched<S> {
  readonly articleId: string
  readonly book: LinkBook
  /** the text's editor; null until the browser has the page */
  protected editor: Editor | null = null
  protected readonly unreachable: string

  constructor(articleId: string, snapshot: S, unreachable: string) {
    super(snapshot)
    this.articleId = articleId
    this.unreachable = unreachable
    this.book = new LinkBook(articleId, describeLinks)
  }

  readEditor = (): Editor | null => this.editor
  readNoEditor = (): null => null

  attach(editor: Editor): void {
    this.editor = editor
    this.book.onKnown = () => resolveTitles(editor, this.book)
    this.book.update(editor.state.doc)
    this.patch({})
  }

  /** The screen is gone. */
  detach(): void {
    this.book.stop()
    this.editor = null
  }

  set(change: Partial<S['fields']>): void {
    this.patch({ fields: { ...this.read().fields, ...change }, errors: without(this.read().errors, Object.keys(change)) } as Partial<S>)
    this.changed()
  }

  bodyChanged(): void {
    if (this.editor) this.book.update(this.editor.state.doc)
    this.changed()
  }

  async rule({ keyA, keyB }: Finding, ruling: 'keep' | 'dismiss' | null): Promise<void> {
    const answer = await ruleFinding({ articleId: this.articleId, keyA, keyB, ruling }).catch(() => null)
    if (answer?.ok) return this.book.refresh()
    this.patch({ refusal: answer?.message ?? this.unreachable } as Partial<S>)
  }

  /** The body as it would be sent. Throws a ZodError when it cannot be saved (too large, lists too deep). */
  protected body(): DraftBody {
    return draftBody(this.editor!.getJSON())
  }

  protected fill(body: Body | DraftBody): void {
    this.editor?.commands.setContent(editorDocument(body), { emitUpdate: false })
    if (this.editor) this.book.update(this.editor.state.doc)
  }

  /** Something was written. */
  protected abstract changed(): void

  protected patch(change: Partial<S>): void {
    this.show({ ...this.read(), ...change })
  }
}

export const without = (errors: Record<string, string>, names: readonly string[]): Record<string, string> => Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)))
