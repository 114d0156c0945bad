// Keeps one promise: two tags never differ only by case, space or the form of a letter, and every address a tag had leads to it.
/** What names are compared by: NFKC, lower case (Swedish), one space. Marks that make a word (C++, C#) stay. Empty for a name of nothing visible. */
export function normalizeName(name: string): string {
  return name.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv').normalize('NFC')
}

/** The name's address: å ä -> a, ö -> o, `+` and `#` in words; `tagg` for a name without letters or digits. */
export function slugOfName(name: string): string {
  const spoken = normalizeName(name).replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replaceAll('&', ' och ').replaceAll('ß', 'ss').replaceAll('æ', 'ae').replaceAll('ø', 'o')
  const plain = spoken.normalize('NFD').replace(/\p{M}/gu, '')
  return (plain.match(/[a-z0-9]+/g) ?? ['tagg']).join('-').slice(0, 80).replace(/-$/, '')
}
