import dictionary from 'dictionary-sv'
import type { Random } from '../random'

/** Swedish words of the spelling dictionary in a random order: 4 to 14 plain letters. */
export function swedishWords(random: Random): string[] {
  const lines = new TextDecoder().decode(dictionary.dic).split('\n').slice(1)
  return random.shuffle([...new Set(lines.map((line) => line.split('/')[0]!.trim()))].filter((word) => /^[a-zåäö]{4,14}$/.test(word)))
}

/** By Zipf's law: the first is taken twice as often as the second, three times as often as the third. */
export const zipf = <T>(random: Random, from: readonly T[]): T => from[Math.floor((from.length + 1) ** (random.between(0, 2 ** 30 - 1) / 2 ** 30)) - 1]!

export const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
