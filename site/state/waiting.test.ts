import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, deskWith, ids } from '../../tests/browser/desk.ts'
import { filled, htmlOf } from '../../tests/browser/drawn.ts'
import { entryDialog } from '../forms/entry-form.ts'
import { firstValues, readEntry, valuesOf } from '../forms/entry-values.ts'
import { settle } from '../locale.ts'
import type { Waiting } from '../offline/waiting.ts'
import { changeIt } from './waiting.ts'

const changing = suite('changing what was refused')
changing.before.each(() => settle('en-IE'))

const draft = {
  kind: 'expense' as const,
  day: '2026-11-20',
  amount: '30.00',
  accountId: ids.everyday,
  payee: 'Green Row Market',
  note: 'for Ben',
  tags: ['team', 'trip'],
  splits: [
    { amount: '22.50', categoryId: ids.bakery, note: 'bread' },
    { amount: '7.50', categoryId: ids.pets },
  ],
  original: { amount: '4900', currency: 'JPY' },
}
const refused: Waiting = {
  seq: 1,
  userId: ids.home,
  id: ids.food,
  madeAt: 0,
  change: { do: 'create', draft },
  isTried: true,
}

changing('begins with all that was typed: saved as it is, it is the same entry', () => {
  const { desk } = deskWith(() => [200, {}], filled)
  changeIt(desk, refused)
  const { dialog } = desk.state.get()
  if (dialog?.kind !== 'entry') return assert.unreachable('No form of an entry is open.')

  assert.is(dialog.id, refused.id)
  const html = htmlOf(entryDialog({ state: desk.state.get(), desk }, dialog))
  for (const part of ['value="22.50"', 'value="7.50"', 'value="bread"', 'value="team, trip"']) assert.match(html, part)
  const values = firstValues(desk.state.get(), book, undefined, desk.now(), dialog.draft && valuesOf(dialog.draft))
  assert.equal(readEntry(book, values, dialog), draft)
})

changing.run()
