import { getTranslations } from 'next-intl/server'
import { CalendarBoard } from '@/components/desk/calendar/calendar-board'
import { CalendarFilters } from '@/components/desk/calendar/calendar-filters'
import { CalendarHeader } from '@/components/desk/calendar/calendar-header'
import { requireActor } from '@/lib/auth/session'
import { calendarDays, dayBounds, todayIn } from '@/lib/publishing/model'
import { findCalendar } from '@/lib/publishing/queries'
import { calendarFilterSchema, type CalendarView } from '@/lib/publishing/schema'
import { getSettings } from '@/lib/settings/queries'
import { findSections, findTagName } from '@/lib/tags/queries'
import { findBylineName } from '@/lib/users/queries'

const PER_DAY: Record<CalendarView, number> = { month: 6, week: 40, day: 300 }

export async function generateMetadata() {
  return { title: (await getTranslations('calendar'))('title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const filter = calendarFilterSchema.parse(await searchParams)
  const { timeZone: zone } = await getSettings()
  const today = todayIn(zone)
  const date = filter.date ?? today
  const days = calendarDays(filter.view, date)
  const { section, tag, author } = filter
  const [{ entries, totals }, sections, tagName, authorName] = await Promise.all([
    findCalendar(actor, { bounds: dayBounds(days.days, zone), perDay: PER_DAY[filter.view], sectionId: section, tagId: tag, authorId: author }),
    findSections(),
    tag ? findTagName(tag) : null,
    author ? findBylineName(author) : null,
  ])
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <CalendarHeader filter={filter} date={date} days={days} />
      <CalendarFilters filter={filter} sections={sections} tagName={tagName} authorName={authorName} />
      <CalendarBoard filter={filter} days={days.days} month={days.month} today={today} totals={totals} entries={entries} zone={zone} />
    </div>
  )
}
