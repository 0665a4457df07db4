import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { at, filled, htmlOf, inside, lost, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { mail, monthly, planned, schedules, stale, weekly } from '../../tests/browser/reported.ts'
import { settle } from '../locale.ts'
import type { State } from '../state/state.ts'
import { report } from './report.ts'
import { reports } from './reports.ts'

const shelf = suite('the shelf of reports')
shelf.before.each(() => settle('en-IE'))

const second = { ...monthly, id: '01990000-0000-7000-8000-000000000104', edition: 2 }
const known = { ...filled, ...placed('/reports'), mail: ready(mail), schedules: ready(schedules) }
const on = (items: State['shelf'], change: Partial<State> = {}) => reports(at({ ...known, shelf: items, ...change }))
const full = ready({ items: [stale, weekly, planned], years: [2026] })

shelf('says what comes next, and when', () => {
  const text = shown(on(full))

  assert.match(text, '|Made for you, mailed to asha@example.org and kept here, a PDF each.|')
  assert.match(text, '|Next weekly|in 20 hours|Mon, 23 Nov, 9:00 · covers 16–22 Nov 2026 |Change the days|')
  assert.match(text, '|Next monthly|in 11 days|')
})

shelf('has a sheet for each month, with what has changed since and by how much', () => {
  const page = on(full)

  assert.match(shown(page), '|2026, by month|1 report|')
  assert.match(shown(page), '|Net +876.57|Mailed 3 Nov|Changed since: spent +2.50, net −2.50|PDF|Make edition 2|')
  assert.match(htmlOf(page), `href="./reports/${monthly.id}"`)
  assert.match(htmlOf(page), 'aria-label="PDF of October 2026"')
  assert.not.match(shown(on(ready({ items: [monthly], years: [2026] }))), 'Changed since')
})

shelf('has a line for each week and for each that was made by hand, with how far it has come', () => {
  const text = shown(on(full))

  assert.match(text, '|9–15 Nov 2026|Not mailed: address not confirmed|2,083.43 spent|')
  assert.match(text, '|Made by hand|1 report|1–20 Nov 2026|It waits for its turn.|')
})

shelf('folds earlier editions below the latest', () => {
  const text = shown(on(ready({ items: [monthly, second], years: [2026] })))

  assert.match(text, '|1 older edition|Edition 1, 3 Nov 2026')
  assert.match(text, '|2026, by month|1 report|')
})

shelf('leads to other years, and says when one has none', () => {
  const page = on(ready({ items: [], years: [2026, 2024] }), placed('/reports', 'year=2025'))

  assert.match(htmlOf(page), 'href="./reports?year=2024"')
  assert.match(shown(page), '|No report ends in 2025.|')
})

shelf('says what will be here while it is empty, with one thing to do', () => {
  const page = on(ready({ items: [], years: [] }))

  assert.match(shown(page), '|A sheet for each month will stand here.|')
  assert.is(htmlOf(page).match(/class="b p"/g)?.length, 1)
})

shelf('waits in the shape of what comes, and says what failed beside what there is', () => {
  assert.match(htmlOf(reports(at(inside))), 'class="sk"')
  const text = shown(on({ ...lost, value: { items: [monthly], years: [2026] } }))
  assert.match(text, 'Outlay cannot be reached.')
  assert.match(text, '|October 2026|')
  const all = shown(reports(at({ ...inside, shelf: lost, schedules: lost, mail: lost })))
  assert.is(all.match(/cannot be reached/g)?.length, 1)
})

const opened = (change: Partial<State>) => report(at({ ...known, ...placed(`/reports/${monthly.id}`), ...change }))

shelf('opens a report: its figures, its file, and what became of its mail', () => {
  const page = opened({ report: ready({ report: monthly, others: [] }) })

  assert.match(shown(page), '|October 2026|Monthly report · edition 1 · figures of ')
  assert.match(shown(page), '|Download the PDF|113 KB|')
  assert.match(shown(page), '|Income|+€2,960.00|Spent|€2,083.43|Net|+€876.57|Entries|54|')
  assert.match(shown(page), '|Mail it once more|')
  assert.match(htmlOf(page), 'href="./entries?from=2026-10-01&amp;to=2026-10-31"')
})

shelf('says on the report what has changed, or that there is a newer edition', () => {
  assert.match(
    shown(opened({ report: ready({ report: stale, others: [] }) })),
    '|The figures have changed since: spent +2.50, net −2.50.|Make edition 2|',
  )
  const alike = { ...stale, changed: { income: '0.00', expense: '0.00', net: '0.00' } }
  assert.match(
    shown(opened({ report: ready({ report: alike, others: [] }) })),
    '|The figures have changed since: the same sums, other details.|Make edition 2|',
  )
  const older = shown(opened({ report: ready({ report: stale, others: [second] }) }))
  assert.match(older, '|There is a newer edition of this report.|Open it|')
  assert.not.match(older, 'Make edition')
})

shelf('says why a report was not mailed, with the one thing to do about it', () => {
  const one = ready({ report: weekly, others: [] })
  const unknown = { ...mail, verified: false }
  const off = { ...mail, kinds: { ...mail.kinds, weekly: false } }

  assert.match(shown(opened({ report: one, mail: ready(unknown) })), 'is not confirmed. Confirm it, and have it mailed')
  assert.match(shown(opened({ report: one, mail: ready(unknown) })), '|Send the link again|')
  assert.match(shown(opened({ report: one, mail: ready(off) })), '|Mail it to me|')
  assert.match(shown(opened({ report: one })), '|Mail it to me|')
})

shelf('knows nothing of a report that is somebody else’s', () => {
  const problem = { kind: 'refused', code: 'not-found', errors: [], retryAfterS: 0 } as const
  const page = opened({ report: { kind: 'failed', problem } })

  assert.match(shown(page), '|There is no such report.|')
  assert.is(htmlOf(page).match(/class="b p"/g)?.length, 1)
})

shelf.run()
