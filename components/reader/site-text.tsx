import { Fragment } from 'react'

const ADDRESS = /(https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/

/** Plain text in paragraphs; addresses in it become links. */
export function SiteText({ title, text }: { title: string; text: string }) {
  return (
    <article className="story">
      <header><h1 className="headline">{title}</h1></header>
      <div className="text">{text.split(/\n\s*\n/).map((paragraph, i) => <p key={i}><Lines text={paragraph} /></p>)}</div>
    </article>
  )
}

const Lines = ({ text }: { text: string }) => text.split('\n').map((line, i) => <span key={i}>{i > 0 && <br />}<Linked text={line} /></span>)

const Linked = ({ text }: { text: string }) =>
  text.split(ADDRESS).map((part, i) => (i % 2 === 0 ? part : <a key={i} href={part.startsWith('https://') ? part : `mailto:${part}`}>{part.split('@').map((half, n) => <Fragment key={n}>{n > 0 && <><wbr />@</>}{half}</Fragment>)}</a>))
