import type { Editor } from '@tiptap/core'
import type { Node as Document } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ImageUse } from '@/lib/media/schema'

// Where images will stand whose files are on their way: marks beside the document, which move with it.
const PLACES = new PluginKey<DecorationSet>('imagePlaces')
type Change = (places: DecorationSet, doc: Document) => DecorationSet
const nameOf = (key: number): string => `image-${key}`

export const imagePlaces = (): Plugin<DecorationSet> => new Plugin<DecorationSet>({
  key: PLACES,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, before) => {
      const places = before.map(tr.mapping, tr.doc)
      return (tr.getMeta(PLACES) as Change | undefined)?.(places, tr.doc) ?? places
    },
  },
  props: { decorations: (state) => PLACES.getState(state) },
})

const tell = ({ view }: Editor, change: Change): void => view.dispatch(view.state.tr.setMeta(PLACES, change))

const shape = () => Object.assign(document.createElement('span'), { className: 'image-place', contentEditable: 'false' })
const markAt = (pos: number, key: string): Decoration => Decoration.widget(pos, shape, { key, side: 1 })

/** Marks where the image of this key comes to stand. */
export function markPlace(editor: Editor, key: number, pos: number): void {
  tell(editor, (places, doc) => places.add(doc, [markAt(pos, nameOf(key))]))
}

/** Takes away all other marks. */
export function keepPlaces(editor: Editor, keys: readonly number[]): void {
  const kept = new Set(keys.map(nameOf))
  const others = PLACES.getState(editor.state)?.find(undefined, undefined, (spec) => !kept.has(spec.key)) ?? []
  if (others.length > 0) tell(editor, (places) => places.remove(others))
}

/** Puts an image at its mark, or where one writes when the text around the mark is gone; the cursor stays where it is. */
export function insertAtPlace({ state, view }: Editor, key: number, use: ImageUse): void {
  const place = PLACES.getState(state)?.find(undefined, undefined, (spec) => spec.key === nameOf(key))[0]
  const $at = state.doc.resolve(place?.from ?? state.selection.from)
  const isEmpty = $at.depth === 1 && $at.parent.type.name === 'paragraph' && $at.parent.content.size === 0
  const pos = $at.depth === 0 ? $at.pos : isEmpty ? $at.before(1) : $at.after(1)
  const { image, paragraph } = state.schema.nodes
  const isLast = pos === state.doc.content.size
  const node = image!.create(use)
  // of several files at one place the next comes to stand after this one
  const follow: Change = (places, doc) => {
    const here = place && pos > place.from ? places.find(place.from, place.from) : []
    const moved = here.map(({ spec }) => markAt(pos + node.nodeSize, spec.key))
    return places.remove(here).add(doc, moved)
  }
  view.dispatch(state.tr.insert(pos, [node, ...(isLast ? [paragraph!.create()] : [])]).setMeta(PLACES, follow))
}
