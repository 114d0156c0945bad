import type { ShownBlock, Site, TextBlock } from '@/lib/reader/model'
import { Figure } from '../figure'
import { Film } from './film'
import { Heading } from './heading'
import { List } from './list'
import { Paragraph } from './paragraph'
import { Quote } from './quote'
import { Related } from './related'

/** A body in the order of its blocks. */
export function Blocks({ blocks, site }: { blocks: readonly ShownBlock[]; site: Site }) {
  return blocks.map((shown, i) => <Block key={i} shown={shown} site={site} />)
}

function Block({ shown, site }: { shown: ShownBlock; site: Site }) {
  if (shown.kind === 'related') return <Related links={shown.links} />
  if (shown.kind === 'image') return <Figure image={shown.image} site={site} />
  return shown.kind === 'embed' ? <Film film={shown.embed} /> : <Text block={shown.block} />
}

function Text({ block }: { block: TextBlock }) {
  if (block.type === 'paragraph') return <Paragraph paragraph={block} />
  if (block.type === 'heading') return <Heading heading={block} />
  if (block.type === 'blockquote') return <Quote quote={block} />
  return <List list={block} />
}
