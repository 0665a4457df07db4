import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { at, filled, ready, shown } from '../../tests/browser/drawn.ts'
import { block, figures } from '../../tests/browser/figures.ts'
import { settle } from '../locale.ts'
import { cards, openSteps } from './cards.ts'
import { showAgain, skip } from './skipped.ts'

const steps = suite('the first steps')
steps.before.each(() => settle('en-IE'))

const none = { ...filled, figures: ready({ ...figures, currencies: [{ ...block, budgets: [] }] }) }

steps('ask for a limit with one number, until there is one', () => {
  assert.match(shown(cards(at(none))), '|Set a limit|One number for each period.')
  assert.match(shown(cards(at(none))), '|Limit, EUR|')
  assert.is(cards(at(filled)), undefined)
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

steps.run()
