const LABELS = ['läs också', 'läs även', 'läs mer', 'read also', 'read more']
const LINE = new RegExp(`^(${LABELS.join('|')})(\\s*[:»>–—-]+\\s*|\\s+|$)(.*)$`, 'iu')

/** The words after a LÄS OCKSÅ label; '' when nothing follows it, null for other lines ("Läs mer om kriget i rapporten." is a sentence). */
export function splitReadAlsoLine(line: string): string | null {
  const [, label, mark, rest] = LINE.exec(line.normalize('NFC')) ?? []
  if (label === undefined) return null
  const isLabel = label === label.toUpperCase() || mark!.trim() !== '' || !/^\p{Ll}/u.test(rest!)
  return isLabel ? rest!.trim() : null
}
