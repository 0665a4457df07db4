import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entry } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, ready, shown } from '../../tests/browser/drawn.ts'
import { block, figures } from '../../tests/browser/figures.ts'
import { mail, schedules } from '../../tests/browser/reported.ts'
import { settle } from '../locale.ts'
import { cards, openSteps } from './cards.ts'
import { showAgain, skip } from './skipped.ts'
import { unverified } from './unverified.ts'

const steps = suite('the first steps')
steps.before.each(() => settle('en-IE'))

const none = { ...filled, figures: ready({ ...figures, currencies: [{ ...block, budgets: [] }] }) }
const begun = { ...none, schedules: ready(schedules), shelf: ready({ items: [], years: [] }), mail: ready(mail) }
const names = (state: Parameters<typeof at>[0]) => {
  const { desk, state: whole } = at(state)
  return openSteps(desk, whole).map(({ name }) => name)
}

steps('ask for a limit with one number, until there is one', () => {
  assert.match(shown(cards(at(none))), '|Set a limit|One number for each period.')
  assert.match(shown(cards(at(none))), '|Limit, EUR|')
  assert.is(cards(at(filled)), undefined)
})

steps('ask for report days and offer a first report, as long as there are few entries', () => {
  const text = shown(cards(at(begun)))

  assert.match(text, '|Pick report days|')
  assert.match(htmlOf(cards(at(begun))), /<option value="1" selected[^>]*>Monday, the day after</)
  assert.match(text, '|See your report|One of what is there by now, as a PDF.')
  assert.equal(names({ ...begun, latest: ready({ items: [entry], next: 'more' }) }), ['limit'])
})

steps('are done when days were chosen and a report is there', () => {
  const [week, ...others] = schedules
  const chosen = week ? [{ ...week, afterDays: 2 }, ...others] : []

  assert.equal(names(begun), ['limit', 'days', 'sample'])
  assert.equal(names({ ...begun, schedules: ready(chosen) }), ['limit', 'sample'])
  assert.equal(names({ ...begun, shelf: ready({ items: [], years: [2026] }) }), ['limit', 'days'])
})

steps('that were skipped stay away, and can be found again', () => {
  const { desk, state } = at(none)
  skip(desk, 'limit')
  skip(desk, 'limit')

  assert.equal(openSteps(desk, state), [])
  assert.is(desk.kept('outlay-skipped').read(), 'limit')
  showAgain(desk)
  assert.is(openSteps(desk, state).length, 1)
})

steps('remind of the link while the address is not confirmed, unless that is left aside', () => {
  const here = at(begun)
  const waiting = { ...here.state, mail: ready({ ...mail, verified: false }) }

  assert.is(unverified(here), undefined)
  assert.match(
    shown(unverified({ ...here, state: waiting })),
    'the link that we sent to asha@example.org.|Send it again',
  )
  skip(here.desk, 'address')
  assert.is(unverified({ ...here, state: waiting }), undefined)
})

steps.run()
