/** Names of sites as they stand after a headline, without their domains' endings. Closed: any other last part belongs to the headline. */
const SITES = new Set(
  `aftonbladet|aftonbladet tv|gt|metro|omni|tt|di|ap|afp|spiegel|guardian|expressen|expressen tv|dn|dagens nyheter|svd|svd näringsliv|svenska dagbladet|svt|svt nyheter|svt sport|svt play|sveriges television|sr|sverigesradio|sveriges radio|
ekot|tv4|tv4 nyheterna|tv4nyheterna|gp|göteborgs-posten|göteborgsposten|sydsvenskan|helsingborgs dagblad|kvällsposten|göteborgs-tidningen|nyheter24|omni ekonomi|tt nyhetsbyrån|dagens industri|
dagens arena|dagens etc|dagens media|dagens samhälle|breakit|ny teknik|nyteknik|computer sweden|resumé|affärsvärlden|världen idag|altinget|proletären|nwt|nya wermlands-tidningen|unt|
upsala nya tidning|vlt|nerikes allehanda|corren|östgöta correspondenten|norran|nsd|norrköpings tidningar|västerbottens-kuriren|norrbottens-kuriren|folkbladet|barometern|smålandsposten|borås tidning|
jönköpings-posten|hallandsposten|hallands nyheter|blt|blekinge läns tidning|sydöstran|kristianstadsbladet|ystads allehanda|trelleborgs allehanda|gefle dagblad|arbetarbladet|dalarnas tidningar|
sundsvalls tidning|allehanda|östersunds-posten|länstidningen|bohusläningen|ttela|hela hälsingland|helahalsingland|eskilstuna-kuriren|södermanlands nyheter|mitti|yle|svenska yle|svenska.yle|
hufvudstadsbladet|hbl|helsingin sanomat|nrk|vg|aftenposten|dagbladet|politiken|berlingske|jyllands-posten|ekstra bladet|bbc|bbc news|bbc sport|cnn|reuters|ap news|apnews|associated press|the guardian|
theguardian|the new york times|new york times|nytimes|nyt|the washington post|washington post|washingtonpost|the wall street journal|wall street journal|wsj|financial times|the economist|bloomberg|
politico|axios|the independent|the times|the telegraph|sky news|al jazeera|aljazeera|der spiegel|die zeit|zeit online|faz|süddeutsche zeitung|tagesschau|le monde|lemonde|le figaro|el país|el pais|
npr|abc news|nbc news|cbs news|fox news|usa today|newsweek|the local|the local sweden|thelocal|euronews|deutsche welle|france 24|techcrunch|the verge|wikipedia|youtube`
    .split(/[|\n]+/),
)
for (const place of 'blekinge dalarna gävleborg halland helsingborg jämtland jönköping norrbotten skåne småland stockholm sörmland uppsala värmland väst västerbotten västernorrland västmanland örebro öst'.split(' ')) {
  SITES.add(`svt nyheter ${place}`)
  SITES.add(`p4 ${place}`)
}
/** Names that are also words or initials: only after a bar, or with their domain's ending. */
const AMBIGUOUS = new Set(
  `hd|etc|dagen|feber|resume|journalisten|fokus|kvartal|bulletin|arbetet|flamman|na|nt|vk|bt|jp|hn|dt|st|op|lt|mitt i|dr|ft|time|wired|dw`.split('|'),
)
const ENDING = /\.(?:se|nu|com|net|org|fi|no|dk|de|fr|co\.uk)$/

/** True for a name that is no part of a headline. `isCertain` when it stands after a bar, which headlines have no use for. */
export function isSiteName(last: string, ownName: string, { isCertain }: { isCertain: boolean }): boolean {
  const name = last.trim().toLocaleLowerCase('sv').replace(/^www\./, '')
  if (ownName !== '' && name === ownName) return true
  const bare = name.replace(ENDING, '')
  return SITES.has(bare) || (AMBIGUOUS.has(bare) && (isCertain || bare !== name))
}
