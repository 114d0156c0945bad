// What is on the timelines, how far a change has come, what people are told of it, and what follows it late.
import 'server-only'

export { type CalendarEntry, findCalendar } from './calendar-queries'
export { countLateEffects, findLateEffects, type LateRow } from './effect-queries'
export { type ArticleMail, findArticleMail, happeningSchema } from './mail-queries'
export { findReach, type Reach } from './reach-queries'
