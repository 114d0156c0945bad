/** What newsrooms put before a related headline. Closed: a headline may begin with any other word. */
const LABELS = ['läs också', 'läs även', 'läs mer', 'läs vidare', 'read also', 'read more']
const LABEL = new RegExp(`^(?:${LABELS.join('|')})(?:\\s*[:»›\\-–—]+\\s*|\\s+)`, 'i')
const MARKED = new RegExp(`^(?:${LABELS.join('|')})\\s*[:»›\\-–—]+\\s*`, 'i')
const LABEL_ALONE = new RegExp(`^(?:${LABELS.join('|')})$`, 'i')

/** The title without the labels before it; empty when it is nothing else. */
export function withoutLabels(title: string): string {
  let rest = title
  while (LABEL.test(rest)) rest = rest.replace(LABEL, '')
  return LABEL_ALONE.test(rest) ? '' : rest
}

/**
 * What a LÄS OCKSÅ line leads to, as given; null for other lines. In capitals the label needs only a space after it; in
 * other cases one of `:` `»` `-`, because running text may begin with the words.
 */
export function splitReadAlsoLine(line: string): string | null {
  const text = line.replace(/[\u200b\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim()
  const label = LABEL.exec(text)?.[0]
  if (!label) return null
  const words = label.replace(/[^\p{L}\s]/gu, '').trim()
  if (words !== words.toLocaleUpperCase('sv') && !MARKED.test(text)) return null
  return text.slice(label.length).trim() || null
}

const SITES = `aftonbladet|aftonbladet.se|expressen|expressen.se|dn|dn.se|dagens nyheter|svd|svd.se|svenska dagbladet|svt|svt.se|svt nyheter|sveriges television|sr|sverigesradio.se|sveriges radio|
ekot|tv4|tv4.se|tv4 nyheterna|tv4nyheterna|gp|gp.se|göteborgs-posten|sydsvenskan|sydsvenskan.se|hd|hd.se|helsingborgs dagblad|kvällsposten|gt|metro|omni|omni.se|tt|tt nyhetsbyrån|di|di.se|
dagens industri|dagens arena|dagens etc|etc|etc.se|dagen|dagen.se|breakit|ny teknik|nyteknik|computer sweden|feber|resumé|resume|journalisten|fokus|affärsvärlden|världen idag|arbetet|
flamman|proletären|nwt|nya wermlands-tidningen|unt|unt.se|upsala nya tidning|vlt|na|nerikes allehanda|corren|östgöta correspondenten|norran|nsd|nt|norrköpings tidningar|vk|västerbottens-kuriren|
folkbladet|barometern|smålandsposten|borås tidning|bt|jönköpings-posten|jp|hallandsposten|hn|hallands nyheter|blt|kristianstadsbladet|ystads allehanda|trelleborgs allehanda|gefle dagblad|
arbetarbladet|dalarnas tidningar|dt|sundsvalls tidning|st|allehanda|östersunds-posten|op|länstidningen|lt|mitt i|mitti|mitti.se|yle|svenska yle|hufvudstadsbladet|hbl|nrk|vg|aftenposten|dagbladet|
politiken|berlingske|jyllands-posten|dr|bbc|bbc news|bbc.com|cnn|cnn.com|reuters|ap news|associated press|the guardian|guardian|the new york times|new york times|nytimes.com|nyt|the washington post|
washington post|the wall street journal|wsj|financial times|ft|ft.com|the economist|bloomberg|politico|axios|the independent|the times|the telegraph|sky news|al jazeera|der spiegel|spiegel|le monde|
el país|npr|abc news|nbc news|cbs news|fox news|usa today|newsweek|time|the local|the local sweden|euronews|deutsche welle|dw|france 24|techcrunch|the verge|wired`
  .split(/[|\n]+/)
  .map((name) => name.trim())
const AGENCY = 'tt|ap|afp|reuters|ntb|ritzau|stt|dpa|afp|bloomberg|direkt|nyhetsbyrån direkt|siren|tt-ap|tt-afp|tt-reuters'
const CREDIT = new RegExp(`\\s*\\((?:${AGENCY})(?:\\s*[/,-]\\s*(?:${AGENCY}))*\\)$`)
const LAST_PART = /^(.*\S)\s*(?:\s[-–—·•»›:]+\s|\s*\|\s*)(\S.*)$/su

/** The title (lower case) without site names of the closed list, the site's own, and agency credits at its end. */
export function withoutSiteNames(title: string, siteName: string): string {
  const own = siteName.trim().toLocaleLowerCase('sv')
  let rest = title
  for (;;) {
    const credited = rest.replace(CREDIT, '')
    const [, before, last] = LAST_PART.exec(credited) ?? []
    const next = before && last && (SITES.includes(last) || (own !== '' && last === own)) ? before : credited
    if (next === rest || next === '') return rest
    rest = next
  }
}
