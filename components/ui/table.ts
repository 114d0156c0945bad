// How the desk's tables look, so that they look alike.

/** the head of a column */
export const HEAD = 'border-b border-line px-2 py-2 text-left text-[0.8125rem] font-semibold text-quiet whitespace-nowrap'
/** one that stays in view */
export const STICKY_HEAD = `${HEAD} sticky top-0 z-10 bg-paper`
/** a row of one height, ruled by its row */
export const CELL = 'px-2 py-1.5 align-middle'
/** a row with controls, ruled by its cells */
export const CONTROL_CELL = 'border-b border-line px-2 py-1.5'
/** a row of sentences, ruled by its cells */
export const TEXT_CELL = 'border-b border-line px-2 py-2 align-top'
