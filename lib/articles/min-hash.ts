// Sets of shingles, and the sketch by which two sets that are alike find each other without being compared.

/** Values in a sketch; 64 bands of 2 find 99.7 % of the pairs with a Jaccard of 0.3, and one in 400 of those with 0.006. */
const VALUES = 128
const ROWS = 2

/** MurmurHash3's 32-bit finaliser: a bijection that scatters every bit. */
function mix(given: number): number {
  let x = given
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** The hash of the shingle that begins at each word, 32 bits each; a text shorter than a shingle is one shingle. */
export function shinglesAt(words: readonly string[], width: number): Uint32Array {
  const hashes = words.map(hashWord)
  const count = words.length === 0 ? 0 : Math.max(1, words.length - width + 1)
  return Uint32Array.from({ length: count }, (_, start) => {
    let hash = width
    for (let i = start; i < Math.min(start + width, hashes.length); i++) hash = mix((Math.imul(hash, 31) + hashes[i]!) | 0)
    return hash
  })
}

/**
 * The hash family: h_i(x) = mix(a_i * x + b_i) modulo 2^32, with a_i odd, so that each h_i is a permutation of all 32-bit
 * numbers, as MinHash asks for. a_i and b_i are mix() of consecutive numbers: the same on every machine, for ever.
 */
const FAMILY = Array.from({ length: VALUES }, (_, i) => ({ a: mix(2 * i + 1) | 1, b: mix(2 * i + 2) }))

/**
 * MinHash: the least value of the set under each permutation. Two sets agree at a place with a chance that is their Jaccard
 * index. A. Z. Broder, "On the resemblance and containment of documents" (1997); Broder, Charikar, Frieze, Mitzenmacher,
 * "Min-wise independent permutations" (1998).
 */
export function minHash(set: Iterable<number>): Uint32Array {
  const sketch = new Uint32Array(VALUES).fill(0xffffffff)
  for (const x of set) {
    for (let i = 0; i < VALUES; i++) {
      const { a, b } = FAMILY[i]!
      const value = mix((Math.imul(a, x) + b) | 0)
      if (value < sketch[i]!) sketch[i] = value
    }
  }
  return sketch
}

/**
 * A sketch cut in bands, each as one signed 32-bit number (Postgres' int4) that also says its place and `kind`. Sets with
 * Jaccard s share a band with the chance 1 - (1 - s^rows)^(128 / rows): Leskovec, Rajaraman, Ullman, "Mining of Massive
 * Datasets", 3.4.
 */
export function bandsOf(sketch: Uint32Array, kind: number, rows = ROWS): number[] {
  return Array.from({ length: sketch.length / rows }, (_, band) => {
    let hash = mix(Math.imul(kind, 1_000) + band)
    for (let i = band * rows; i < (band + 1) * rows; i++) hash = mix((Math.imul(hash, 31) + sketch[i]!) | 0)
    return hash | 0
  })
}
