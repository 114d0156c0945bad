import type { List as ListBlock, ListItem } from '@/lib/articles/schema'
import { Inlines } from './inlines'
import { Paragraph } from './paragraph'

export function List({ list }: { list: ListBlock }) {
  const Tag = list.type === 'orderedList' ? 'ol' : 'ul'
  return <Tag>{list.content.map((item, i) => <li key={i}><Item item={item} /></li>)}</Tag>
}

/** An item of one paragraph needs no paragraph of its own. */
function Item({ item: { content } }: { item: ListItem }) {
  const [first] = content
  if (content.length === 1 && first?.type === 'paragraph') return <Inlines content={first.content} />
  return content.map((child, i) => (child.type === 'paragraph' ? <Paragraph key={i} paragraph={child} /> : <List key={i} list={child} />))
}
