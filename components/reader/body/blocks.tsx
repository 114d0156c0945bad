import type { ShownBlock, Site, TextBlock } from '@/lib/reader/model'
import { Figure } from '../figure'
import { Heading } from './heading'
import { List } from './list'
import { Paragraph } from './paragraph'
import { Quote } from './quote'
import { Related } from './related'

/** A body in the order of its blocks. */
export function Blocks({ blocks, site }: { blocks: readonly ShownBlock[]; site: Site }) {
  return blocks.map((shown, i) => {
    if (shown.kind === 'related') return <Related key={i} links={shown.links} />
    return shown.kind === 'image' ? <Figure key={i} image={shown.image} site={site} /> : <Text key={i} block={shown.block} />
  })
}

function Text({ block }: { block: TextBlock }) {
  if (block.type === 'paragraph') return <Paragraph paragraph={block} />
  if (block.type === 'heading') return <Heading heading={block} />
  if (block.type === 'blockquote') return <Quote quote={block} />
  return <List list={block} />
}
