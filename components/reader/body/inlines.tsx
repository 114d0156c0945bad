import { Fragment, type ReactNode } from 'react'
import type { Inline } from '@/lib/articles/schema'
import { type LinkRun, linkRuns } from '@/lib/reader/model'

/** Running text with its marks; a link around several pieces of it is one link. */
export function Inlines({ content = [] }: { content?: readonly Inline[] }) {
  return linkRuns(content).map((run, i) => <Run key={i} run={run} />)
}

function Run({ run: { href, nodes } }: { run: LinkRun }) {
  const words = nodes.map((node, i) => <Words key={i} node={node} />)
  if (href === null) return words
  return href.startsWith('/') ? <a href={href}>{words}</a> : <a href={href} rel="noopener">{words}</a>
}

function Words({ node }: { node: Inline }) {
  if (node.type === 'hardBreak') return <br />
  const has = (type: string): boolean => node.marks?.some((mark) => mark.type === type) ?? false
  let words: ReactNode = <Fragment>{node.text}</Fragment>
  if (has('italic')) words = <em>{words}</em>
  return has('bold') ? <strong>{words}</strong> : words
}
