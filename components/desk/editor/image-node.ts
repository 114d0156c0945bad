import { Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { imageLine } from '@/lib/articles/model'
import { type ImageUse, imageUseSchema } from '@/lib/media/schema'
import { imagePlaces } from './image-places'
import { ImageView } from './image-view'
import { moveBlock } from './move-block'

// read by the rule alone: an attribute of the element's own would be taken over what the rule found
const own = { default: '', parseHTML: () => null }

/** An image in the text: one piece, whose file is named by id. */
export const ImageBlock = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ image: own, alt: own, caption: own, credit: own }),
  // What comes from a clipboard may be anybody's: it is read by the same schema as a save.
  parseHTML: () => [{ tag: 'figure[data-image]', getAttrs: (element) => readUse(element.getAttribute('data-image')) }],
  renderHTML: ({ node }) => ['figure', { 'data-image': JSON.stringify(node.attrs) }],
  renderText: ({ node }) => imageLine(node.attrs as ImageUse),
  addNodeView: () => ReactNodeViewRenderer(ImageView),
  addProseMirrorPlugins: () => [imagePlaces()],
  addKeyboardShortcuts() {
    const move = (step: -1 | 1) => () => {
      const { selection } = this.editor.state
      return selection instanceof NodeSelection && selection.$from.depth === 0 && moveBlock(this.editor, selection.from, step)
    }
    return { 'Alt-ArrowUp': move(-1), 'Alt-ArrowDown': move(1) }
  },
})

function readUse(json: string | null): ImageUse | false {
  try {
    return imageUseSchema.parse(JSON.parse(json ?? ''))
  } catch {
    return false
  }
}
