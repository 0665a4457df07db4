import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fill } from './message.ts'

const filling = suite('filling a message in')

filling('puts values where their names are', () => {
  assert.is(fill('{from} to {to}', { from: 'Cash', to: 'Card' }, 'en'), 'Cash to Card')
  assert.is(
    fill('{name}', { name: '{name}, {n, plural, one {#} other {#}}' }, 'en'),
    '{name}, {n, plural, one {#} other {#}}',
  )
})

filling('picks the words by the number, which is grouped', () => {
  const days = 'A day, for {n, plural, one {# day} other {# days}} or so'

  assert.is(fill(days, { n: 1 }, 'en'), 'A day, for 1 day or so')
  assert.is(fill(days, { n: 0 }, 'en'), 'A day, for 0 days or so')
  assert.is(fill(days, { n: 1234 }, 'en'), 'A day, for 1,234 days or so')
})

filling('counts as the language of the message does', () => {
  const days = '{n, plural, one {# den} few {# dny} other {# dní}}'

  assert.is(fill(days, { n: 2 }, 'cs'), '2 dny')
  assert.is(fill(days, { n: 5 }, 'cs'), '5 dní')
  assert.is(fill('{n, plural, one {# Tag} other {# Tage}}', { n: 1234 }, 'de'), '1.234 Tage')
})

filling.run()
