import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { amountFormat, dateLocale, isCalendarMonth, periodLabel, periodTitle } from './written.ts'

const british = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(dateLocale('en-GB', 'en'), { timeZone: 'UTC', ...options })
const plainly = (text: string) => text.replace(/\s/g, ' ')

const writing = suite('writing for people')

writing('groups amounts as the locale does, in our digits', () => {
  assert.is(amountFormat('de', 2).format(-1234.5), '-1.234,50')
  assert.is(amountFormat('hi-IN', 2).format(1234567.5), '12,34,567.50')
  assert.is(amountFormat('ar-EG', 3).format(1234), '1,234.000')
})

writing('says the currency and the plus where they are wanted', () => {
  assert.is(amountFormat('en-IE', 2, { currency: 'EUR' }).format(12), '€12.00')
  assert.is(amountFormat('en-US', 0, { currency: 'JPY', plus: true }).format(1200), '+¥1,200')
  assert.is(amountFormat('en', 2, { plus: true }).format(0), '0.00')
})

writing('keeps the language, and takes the order of days from the country', () => {
  assert.is(dateLocale('fr-FR', 'en'), 'en-FR-u-nu-latn-ca-gregory')
  assert.is(dateLocale('de', 'de'), 'de-DE-u-nu-latn-ca-gregory')
})

writing('calls a calendar month by its name, and anything else by its ends', () => {
  const march = { start: '2026-03-01', end: '2026-03-31' }
  const week = { start: '2026-03-23', end: '2026-03-29' }

  assert.ok(isCalendarMonth(march))
  assert.not(isCalendarMonth({ start: '2026-02-01', end: '2026-02-27' }))
  assert.not(isCalendarMonth({ start: '2026-02-01', end: '2026-03-31' }))
  assert.is(periodTitle(march, british), 'March 2026')
  assert.is(plainly(periodTitle(week, british, 'long')), '23 – 29 March 2026')
  assert.is(periodLabel(march, british), 'Mar')
  assert.is(periodLabel(week, british), '23 Mar')
})

writing('says under a bar which year it is, where each is as long as one', () => {
  assert.is(periodLabel({ start: '2025-01-01', end: '2025-12-31' }, british), '2025')
  assert.is(periodLabel({ start: '2017-01-01', end: '2026-12-31' }, british), '2017')
  assert.is(periodLabel({ start: '2025-04-01', end: '2026-03-31' }, british), 'Apr 2025')
  assert.is(periodLabel({ start: '2025-01-01', end: '2026-03-31' }, british), 'Jan 2025')
  assert.is(periodLabel({ start: '2025-01-01', end: '2025-12-30' }, british), '1 Jan')
})

writing.run()
