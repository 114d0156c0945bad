/** Query parameters that say where a reader came from, never what the page is. Closed: what is on no list may name the page. */
const TRACKING = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid ysclid twclid ttclid li_fat_id mc_cid mc_eid _ga _gl _hsenc _hsmi __hssc __hstc __hsfp
  hsctatracking mkt_tok s_cid srsltid vero_id vero_conv wt_mc oly_anon_id oly_enc_id irclickid rb_clickid _openstat _branch_match_id _branch_referrer
  guce_referrer guce_referrer_sig __s _kx bbeml et_rid fb_action_ids fb_comment_id ml_subscriber at_medium at_campaign`.split(/\s+/),
)
const PREFIXES = ['utm_', 'mtm_', 'pk_', 'at_custom', 'ns_']

/** What the name says on its own hosts only. */
const ON_HOST: readonly { host: RegExp; names: readonly string[] }[] = [
  { host: /(^|\.)instagram\.com$/, names: ['igsh', 'igshid'] },
  { host: /(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be)$/, names: ['si'] },
  { host: /(^|\.)(twitter\.com|x\.com)$/, names: ['ref_src', 'ref_url', 's', 't'] },
]

/** True for a parameter that the URL key leaves out on this host. */
export function isTracking(name: string, host: string): boolean {
  const lower = name.toLowerCase() // they come in all cases
  return TRACKING.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix)) || ON_HOST.some((rule) => rule.host.test(host) && rule.names.includes(lower))
}

/** Parameters that often say where a link stood, and sometimes what the page is: dropped from the weak key where one side lacks them. */
export const SOURCE_NAMES: readonly string[] = ['ref', 'source', 'from', 'via']
