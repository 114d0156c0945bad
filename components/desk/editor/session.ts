import type { Editor } from '@tiptap/core'
import { findSameStory, loadDraft, saveDraft } from '@/lib/articles/actions'
import { linesIn, type Words as Told } from '@/lib/articles/model'
import type { DeskArticle } from '@/lib/articles/queries'
import type { Draft, DraftInput } from '@/lib/articles/schema'
import type { Answer, Refusal } from '@/lib/auth/define-action'
import { Autosave, type SaveResult, type SaveState } from './autosave'
import { DraftCorrection } from './draft-correction'
import { DraftKeeper } from './draft-keeper'
import { SameStory } from './same-story'
import { factsOf, type Fields, fieldsOf, type Named, type Outcome, plannedAtOf, type Snapshot, unsettled, type Words } from './snapshot'
import { TextSession } from './text-session'
import { type Writing, writingOf } from './writing'

/** One article on one screen: what is written, where it is saved, and what is known of its links. */
export class EditorSession extends TextSession<Snapshot> {
  readonly sameStory: SameStory
  readonly autosave: Autosave
  readonly correction: DraftCorrection
  private readonly readers = new Set<() => void>()
  /** what stood against the last publish or plan: a save in between does not settle it */
  private deedErrors: Record<string, string> = {}
  private readonly keeper: DraftKeeper
  private dueTimer: ReturnType<typeof setTimeout> | null = null
  private readonly said: Words
  private readonly names: Map<string, string>

  constructor(article: DeskArticle, words: Words) {
    const changedAt = new Date(article.changedAt).toISOString()
    const snapshot: Snapshot = {
      fields: fieldsOf(article.draft, article.tags, article.bylines), facts: factsOf(article), version: article.version,
      save: { kind: 'saved', at: changedAt }, errors: {}, refusal: null, theirs: null, kept: null, isBusy: false, checkAt: plannedAtOf(article), lacksCorrection: false,
    }
    super(article.id, snapshot, words.unreachable)
    this.said = words
    this.names = new Map([...article.tags, ...article.bylines].map(({ id, name }) => [id, name]))
    this.sameStory = new SameStory(article.id, findSameStory)
    this.autosave = new Autosave({ version: article.version, changedAt, unreachable: words.unsent, save: (version) => this.send(version), onState: (save) => this.onSave(save) })
    this.keeper = new DraftKeeper(article.id, () => this.unsaved())
    this.correction = new DraftCorrection({
      articleId: article.id, autosave: this.autosave, read: this.read, patch: (change) => this.patch(change), refuse: () => this.patch({ refusal: words.unreachable }),
      words: () => (this.editor ? this.words() : null), write: (words) => this.write(words), replace: (draft) => this.replace(draft),
    })
  }

  override attach(editor: Editor): void {
    super.attach(editor)
    this.watchPlan()
    this.sameStory.open(this.text())
    this.patch({ kept: this.keeper.find(this.draft()) })
    this.correction.look()
  }

  override set(change: Partial<Fields>): void {
    this.deedErrors = unsettled(this.deedErrors, change)
    for (const { id, name } of [...(change.tags ?? []), ...(change.bylines ?? [])]) this.names.set(id, name)
    this.patch({ errors: unsettled(this.read().errors, change) })
    super.set(change)
  }

  /** What the screen holds, as a save sends it. Throws a ZodError when the text cannot be saved (too large, lists too deep). */
  draft(): DraftInput {
    const { tags, bylines, ...fields } = this.read().fields
    return { ...fields, body: this.body(), tagIds: tags.map(({ id }) => id), bylineIds: bylines.map(({ id }) => id) }
  }

  /** Standfirst and body as words, a line per paragraph, without LÄS OCKSÅ. */
  text(): string {
    const body = this.editor?.state.doc
    return `${this.read().fields.standfirst}\n${body?.textBetween(0, body.content.size, '\n', ({ type }) => (type.name === 'hardBreak' ? '\n' : '')) ?? ''}`
  }

  /** What the screen holds as a question for suggestions; null while there is no editor. */
  writing(): Writing | null {
    return this.editor && writingOf(this.articleId, this.read().fields, this.editor.state.doc, this.book)
  }

  /** Calls when something was written, text or field; answers how to end it. */
  onWritten(reader: () => void): () => void {
    this.readers.add(reader)
    return () => this.readers.delete(reader)
  }

  /** Publishes or plans what is on the screen; saving and publishing travel together. False when it was refused. */
  publish(call: (given: { articleId: string; version: number; draft: DraftInput; knowing: string | null }) => Promise<Answer<Outcome>>): Promise<boolean> {
    const knowing = this.correction.known()
    return this.run(() => this.autosave.hold(async (version) => {
      const answer = await call({ articleId: this.articleId, version, draft: this.draft(), knowing })
      return { version: answer.ok ? answer.data.version : null, result: answer }
    }), true)
  }

  /** Changes what is said to readers and when, not the draft on the screen: it is neither sent nor saved by it. */
  async changeTimes(call: (given: { articleId: string }) => Promise<Answer<Outcome>>): Promise<boolean> {
    const isDone = await this.run(() => call({ articleId: this.articleId }))
    if (isDone) await this.correction.follow()
    return isDone
  }

  /** The words on the screen. Throws as `draft`. */
  words(): Told {
    return { ...linesIn(this.read().fields), body: this.body() }
  }

  /** Both texts were shown: goes on with mine (over theirs), or with theirs. */
  settle(choice: 'mine' | 'theirs'): void {
    const { theirs } = this.read()
    if (!theirs) return
    if (choice === 'theirs') this.replace(theirs.draft)
    this.patch({ theirs: null })
    this.autosave.rebase(theirs.version, choice === 'theirs')
  }

  /** What the browser kept is taken up again, or forgotten. */
  settleKept(take: boolean): void {
    const { kept } = this.read()
    this.patch({ kept: null })
    if (take && kept) {
      this.replace(kept.draft)
      this.changed()
    } else this.keeper.drop()
  }

  checkFor(at: string | null): void {
    this.patch({ checkAt: at })
  }

  dismissRefusal(): void {
    this.patch({ refusal: null })
  }

  /** Asks where the article stands: when its planned time has come, and when somebody comes back to the window. */
  async refreshFacts(): Promise<void> {
    const answer = await loadDraft({ articleId: this.articleId }).catch(() => null)
    if (answer?.ok) this.patch({ facts: answer.data.facts })
    this.correction.look()
    this.watchPlan()
  }

  private watchPlan(): void {
    if (this.dueTimer) clearTimeout(this.dueTimer)
    const { facts } = this.read()
    const [due] = [plannedAtOf(facts), facts.endsAt].filter((at) => at !== null).sort()
    if (!due) return
    const wait = Math.max(1_000, new Date(due).getTime() - Date.now() + 500)
    this.dueTimer = setTimeout(() => void this.refreshFacts(), Math.min(wait, LONGEST_WAIT))
  }

  /** What is unsaved is sent, and nothing is waited for. */
  override detach(): void {
    this.keep()
    void this.autosave.flush()
    if (this.dueTimer) clearTimeout(this.dueTimer)
    this.sameStory.stop()
    super.detach()
  }

  private async run(call: () => Promise<Answer<Outcome>>, sendsDraft = false): Promise<boolean> {
    this.deedErrors = {}
    this.patch({ isBusy: true, refusal: null, errors: {} })
    const answer = await call().catch((): Refusal => ({ ok: false, code: 'UNEXPECTED', message: this.unreachable }))
    this.patch({ isBusy: false })
    if (answer.ok) {
      const { slug } = answer.data
      this.patch({ facts: factsOf(answer.data), checkAt: plannedAtOf(answer.data), fields: { ...this.read().fields, slug }, version: answer.data.version })
      this.correction.look()
      this.watchPlan()
    } else if (answer.code === 'CONFLICT' && sendsDraft && !answer.fields?.at) await this.loadTheirs(answer.message)
    else {
      this.deedErrors = answer.fields ?? {}
      // a form of its own says at its fields what is wrong with them
      const isSaid = !sendsDraft && Object.keys(this.deedErrors).length > 0
      this.patch({ refusal: isSaid ? null : answer.message, errors: this.deedErrors })
      // an embargo or a plan that this screen does not know of may stand against it
      void this.refreshFacts()
    }
    return answer.ok
  }

  protected changed(): void {
    this.autosave.touch()
    this.readers.forEach((reader) => reader())
    this.keeper.touch()
  }

  /** Writes what is unsaved into the browser's own journal: the page is about to go. */
  keep(): void {
    this.keeper.keep()
  }

  /** What is to be kept, asked for in each pause of the writing; a good time to look for what a correction put right. */
  private unsaved(): { version: number; draft: DraftInput } | null {
    this.correction.look()
    return this.editor && this.autosave.isDirty ? { version: this.autosave.version, draft: this.draft() } : null
  }

  private async send(version: number): Promise<SaveResult> {
    let draft: DraftInput
    try {
      draft = this.draft()
    } catch {
      return { ok: false, stale: false, final: true, message: this.said.notSavable }
    }
    const answer = await saveDraft({ articleId: this.articleId, version, draft })
    if (!answer.ok) return this.refused(answer)
    const { slug, slugChosen, fields: errors } = answer.data
    const fields = errors.slug ? this.read().fields : { ...this.read().fields, slug, slugChosen }
    this.patch({ errors: { ...this.deedErrors, ...errors }, version: answer.data.version, fields })
    return { ok: true, version: answer.data.version, at: answer.data.changedAt }
  }

  private async refused({ code, message, fields = {} }: Refusal): Promise<SaveResult> {
    if (code === 'CONFLICT') return { ok: false, stale: await this.loadTheirs(message), final: true, message }
    this.patch({ errors: fields })
    return { ok: false, stale: false, final: code === 'INVALID' || code === 'FORBIDDEN' || code === 'NOT_FOUND', message: fields.body ?? message }
  }

  /** Shows both texts; false when there is none to choose, because the article was killed. */
  private async loadTheirs(why: string): Promise<boolean> {
    const answer = await loadDraft({ articleId: this.articleId }).catch(() => null)
    const isKilled = answer?.ok === true && answer.data.facts.state === 'killed'
    if (isKilled) this.patch({ facts: answer.data.facts, refusal: why })
    else if (answer?.ok) this.patch({ theirs: answer.data })
    else this.patch({ refusal: answer?.message ?? this.unreachable })
    return !isKilled
  }

  private write({ body, ...lines }: Told): void {
    this.fill(body)
    this.set(lines)
  }

  private replace({ body, tagIds, bylineIds, ...fields }: Draft | DraftInput): void {
    const named = (ids: readonly string[]): Named[] => ids.map((id) => ({ id, name: this.names.get(id) ?? '…' }))
    this.patch({ fields: { ...fields, tags: named(tagIds), bylines: named(bylineIds) } })
    this.fill(body)
  }

  private onSave(save: SaveState): void {
    if (save.kind === 'saved') {
      this.keeper.drop()
      if (this.editor) this.sameStory.saved(this.text())
    }
    this.patch({ save })
  }
}

/** ms; browsers' timers cannot wait for more than 24 days */
const LONGEST_WAIT = 6 * 3_600_000
