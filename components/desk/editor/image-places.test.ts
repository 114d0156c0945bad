import { type Editor, getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { articleExtensions } from './extensions'
import { imagePlaces, insertAtPlace, keepPlaces, markPlace } from './image-places'

const schema = getSchema(articleExtensions())
const use = (name: string) => ({ image: '0190a5a0-0000-7000-8000-000000000001', alt: name, caption: '', credit: '' })

/** What the marks need of an editor: its state, and a view that takes transactions. */
function editorOf(...words: string[]) {
  const doc = schema.node('doc', null, words.map((text) => schema.node('paragraph', null, text ? [schema.text(text)] : [])))
  const editor = { state: EditorState.create({ schema, doc, plugins: [imagePlaces()] }) } as { state: EditorState; view: unknown }
  editor.view = { get state() { return editor.state }, dispatch: (tr: EditorState['tr']) => { editor.state = editor.state.apply(tr) } }
  return editor as unknown as Editor
}
const shown = ({ state: { doc } }: Editor) => doc.content.content.map((node) => (node.type.name === 'image' ? `<${node.attrs.alt}>` : node.textContent)).join('|')
const write = (editor: Editor, pos: number, text: string) => editor.view.dispatch(editor.state.tr.insertText(text, pos))

describe('an image whose file is on its way', () => {
  test('comes after the block that it was dropped in, wherever that has gone meanwhile, and the cursor stays', () => {
    const editor = editorOf('ett', 'två')
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 8)))
    markPlace(editor, 1, 2)
    write(editor, 1, 'före ')
    insertAtPlace(editor, 1, use('a'))
    expect(shown(editor)).toBe('före ett|<a>|två')
    expect(editor.state.selection.$from.parent.textContent).toBe('två')
  })

  test('comes before an empty paragraph, and leaves one to write in at the end of the text', () => {
    const editor = editorOf('ett', '')
    markPlace(editor, 1, 6)
    insertAtPlace(editor, 1, use('a'))
    expect(shown(editor)).toBe('ett|<a>|')
    const other = editorOf('ett')
    markPlace(other, 1, 2)
    insertAtPlace(other, 1, use('a'))
    expect(shown(other)).toBe('ett|<a>|')
  })

  test('keeps the order of the files, in a text and in an empty paragraph', () => {
    for (const [words, pos, expected] of [[['ett', 'två'], 2, 'ett|<a>|<b>|<c>|två'], [['', 'två'], 1, '<a>|<b>|<c>||två']] as const) {
      const editor = editorOf(...words)
      for (const key of [1, 2, 3]) markPlace(editor, key, pos)
      for (const [i, name] of ['a', 'b', 'c'].entries()) {
        insertAtPlace(editor, i + 1, use(name))
        keepPlaces(editor, [1, 2, 3].slice(i + 1))
      }
      expect(shown(editor)).toBe(expected)
    }
  })

  test('is not lost with the text around its place', () => {
    const editor = editorOf('ett', 'två')
    markPlace(editor, 1, 2)
    editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.content.size))
    insertAtPlace(editor, 1, use('a'))
    expect(shown(editor)).toContain('<a>')
  })
})
