'use client'
import type { CalendarDateTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment, Dialog, Group, Heading, Label, Popover } from 'react-aria-components'
import { FieldMessage, INPUT, LABEL } from './field'

type Props = { label: string; openLabel: string; value: CalendarDateTime | null; onChange: (value: CalendarDateTime | null) => void; error?: string }
const STEP = 'rounded-md p-2 hover:bg-hover'

/** A date and a time in whole minutes, by keys or from a calendar whose weeks begin on Monday. */
export function DateTimeField({ label, openLabel, value, onChange, error }: Props) {
  return (
    <DatePicker<CalendarDateTime> value={value} onChange={onChange} granularity="minute" hourCycle={24} shouldForceLeadingZeros isInvalid={Boolean(error)} validationBehavior="aria" className="flex flex-col gap-1">
      <Label className={LABEL}>{label}</Label>
      <Group className={`${INPUT} flex items-center justify-between gap-2 py-1 pr-1 data-[focus-within]:outline-2 data-[focus-within]:outline-offset-2 data-[focus-within]:outline-focus`}>
        <DateInput className="flex flex-wrap whitespace-pre">
          {(segment) => <DateSegment segment={segment} className="inline-block min-w-6 rounded-sm px-[3px] text-center tabular-nums leading-6 outline-none data-[focused]:bg-ink data-[focused]:text-paper data-[placeholder]:text-quiet data-[type=literal]:min-w-0 data-[type=literal]:px-0" />}
        </DateInput>
        <Button aria-label={openLabel} className={STEP}><CalendarDays aria-hidden size={17} /></Button>
      </Group>
      <FieldMessage>{error}</FieldMessage>
      <Popover className="rounded-lg border border-line bg-raised p-4 shadow-lg">
        <Dialog className="outline-none">
          <Calendar firstDayOfWeek="mon">
            <header className="mb-2 flex items-center justify-between">
              <Button slot="previous" className={STEP}><ChevronLeft aria-hidden size={18} /></Button>
              <Heading className="text-sm font-semibold" />
              <Button slot="next" className={STEP}><ChevronRight aria-hidden size={18} /></Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell className="size-9 text-xs font-medium text-quiet">{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="flex size-9 cursor-pointer items-center justify-center rounded-md text-sm outline-none hover:bg-hover data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus data-[outside-month]:text-quiet/60 data-[selected]:bg-accent data-[selected]:text-on-accent" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
