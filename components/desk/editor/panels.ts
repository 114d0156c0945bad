export const PANELS = ['publish', 'details', 'links', 'checks'] as const
/** A part of what stands beside the text; the address may name the one to begin with. */
export type PanelName = (typeof PANELS)[number]
