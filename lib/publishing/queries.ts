// What is on the timelines, and how far a change has come.
import 'server-only'

export { findReach, type Reach } from './reach-queries'
