import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, lost, ready, shown } from '../../tests/browser/drawn.ts'
import { mail, schedules } from '../../tests/browser/reported.ts'
import { scheduleOf } from '../forms/schedule-fields.ts'
import { settle } from '../locale.ts'
import { setDays } from '../state/mail.ts'
import type { State } from '../state/state.ts'
import { mailSettings } from './mail.ts'

const settings = suite('the settings of mail')
settings.before.each(() => settle('en-IE'))

const [week, month] = schedules as [(typeof schedules)[0], (typeof schedules)[0]]
const page = (change: Partial<State> = {}) =>
  mailSettings(at({ ...filled, mail: ready(mail), schedules: ready(schedules), ...change }))

settings('show the address and whether mail goes to it', () => {
  assert.match(shown(page()), '|Mail|asha@example.org|confirmed|')
  assert.match(shown(page({ mail: ready({ ...mail, verified: false }) })), '|Not confirmed yet.')
  assert.match(shown(page({ mail: ready({ ...mail, stopped: 'bounced' }) })), '|Mail to this address came back, ')
  assert.match(shown(page({ mail: ready({ ...mail, stopped: 'reported' }) })), '|Send the link again|')
})

settings('show when reports come, of what they are, and the next one', () => {
  const html = htmlOf(page())

  assert.match(html, /<option value="mail" selected[^>]*>Made, kept and mailed/)
  assert.match(html, /<option value="1" selected[^>]*>Monday, the day after</)
  assert.match(html, /<option value="4"[^>]*>Thursday, 4 days after</)
  assert.match(html, /<option value="own" selected[^>]*>Each period of the ledger/)
  assert.match(html, /<option value="3" selected[^>]*>3 days after its end/)
  assert.match(shown(page()), '|The next one comes Mon, 23 Nov, 9:00 and covers 16–22 Nov 2026.|')
})

settings('ask for no day of reports that are not made, and keep what it was', () => {
  const off = page({ schedules: ready([{ ...week, active: false, next: undefined } as typeof week]) })

  assert.match(shown(off), '|None comes.|')
  assert.not.match(shown(off), '|Comes|')
  assert.equal(scheduleOf({ how: 'off' }, month), {
    active: false,
    isMailed: false,
    rule: 'own',
    afterDays: 3,
    hour: 9,
  })
})

settings('change the days and whether it is mailed, each where it is another', async () => {
  const { desk, asked } = deskWith(
    ({ line, body }) => (line.startsWith('PUT') ? [200, { ...week, ...(body as object) }] : [200, mail]),
    { mail: ready(mail), schedules: ready(schedules) },
  )
  await setDays(desk, 'weekly', { active: true, rule: 'week:1', afterDays: 2, hour: 7 }, true)
  await setDays(desk, 'weekly', { active: true, rule: 'week:1', afterDays: 2, hour: 7 }, false)

  assert.equal(
    asked.map(({ line, body }) => [line, body]),
    [
      ['PUT ledgers/default/schedules/weekly', { active: true, rule: 'week:1', afterDays: 2, hour: 7 }],
      ['PUT ledgers/default/schedules/weekly', { active: true, rule: 'week:1', afterDays: 2, hour: 7 }],
      ['PATCH me/mail', { weekly: false }],
    ],
  )
  assert.match(
    htmlOf(mailSettings({ state: desk.state.get(), desk })),
    /<option value="2" selected[^>]*>Tuesday, 2 days after</,
  )
})

settings('say what cannot be reached', () => {
  assert.match(shown(page({ mail: lost })), 'Outlay cannot be reached.')
  assert.is(shown(page({ mail: lost, schedules: lost })).match(/cannot be reached/g)?.length, 1)
})

settings.run()
