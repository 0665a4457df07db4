import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../../functions/domain/day.ts'
import { made } from '../support/examples.ts'
import { type Person, register } from '../support/people.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const carrying = suite('more than a host carries')
carrying.after(() => stage.close())

const most = 1_000_000

async function batch(person: Person, changes: readonly object[]) {
  const answer = await person.ledger('POST', '/transactions/batch', { changes })
  assert.is(answer.status, 200, JSON.stringify(answer.body).slice(0, 500))
  assert.ok(JSON.stringify(answer.body).length < most)
  return Object(answer.body).results as { id: string; outcome: string; transaction?: object }[]
}

carrying('is asked for in parts: ten years of days in many currencies', async () => {
  const asha = await register(stage.call)
  const accounts: string[] = []
  for (const currency of ['EUR', 'USD', 'INR'])
    accounts.push(await made(asha, 'accounts', { name: currency, kind: 'bank', currency }))
  const days = Array.from({ length: 3_650 }, (_, n) => addDays('2016-01-01' as Parameters<typeof addDays>[0], n))
  const entries = accounts.flatMap((accountId) =>
    days.map((day) => ({ kind: 'expense', day, amount: '1000000000000.00', accountId })),
  )
  for (let from = 0; from < entries.length; from += 500) {
    await batch(
      asha,
      entries.slice(from, from + 500).map((transaction) => ({ op: 'create', transaction })),
    )
  }

  const whole = await asha.ledger('GET', `/insights?from=${days[0]}&to=${days.at(-1)}`)
  const part = await asha.ledger('GET', `/insights?from=${days[0]}&to=${days[1_800]}`)

  assert.is(whole.status, 413)
  assert.is(Object(whole.body).code, 'answer-too-large')
  assert.match(Object(whole.body).title, /in parts/)
  assert.is(part.status, 200)
})

carrying('is left out of what a batch tells, which is done all the same', async () => {
  const asha = await register(stage.call)
  const note = 'ä'.repeat(1000)
  const splits = Array.from({ length: 40 }, () => ({ amount: '1.00', note }))
  const transaction = { kind: 'expense', day: '2026-11-20', amount: '40.00', splits }
  const ids: string[] = []
  for (let round = 0; round < 5; round++) {
    const changes = Array.from({ length: 6 }, () => ({ op: 'create', transaction }))
    ids.push(...(await batch(asha, changes)).map(({ id }) => id))
  }

  const results = await batch(
    asha,
    ids.map((id) => ({ op: 'patch', id, patch: { day: '2026-11-21' } })),
  )

  assert.equal(new Set(results.map(({ outcome }) => outcome)), new Set(['patched']))
  assert.ok(results[0]?.transaction !== undefined && results.at(-1)?.transaction === undefined)
  const last = await asha.ledger('GET', `/transactions/${ids.at(-1)}`)
  assert.is(Object(last.body).day, '2026-11-21')
})

carrying('comes in parts where a file is asked for, whatever is in it', async () => {
  const asha = await register(stage.call)
  const note = '"'.repeat(1000)
  const splits = Array.from({ length: 40 }, () => ({ amount: '1.00', note }))
  const transaction = { kind: 'expense', day: '2026-11-20', amount: '40.00', splits }
  for (let round = 0; round < 4; round++) {
    await batch(
      asha,
      Array.from({ length: 5 }, () => ({ op: 'create', transaction })),
    )
  }

  let lines = 0
  for (let cursor = '', more = true; more; more = cursor !== '') {
    const { status, headers, body } = await asha.ledger('GET', `/transactions/export.csv${cursor}`)
    assert.is(status, 200)
    lines += String(body).split('2026-11-20').length - 1
    const next = headers['x-next-cursor']
    cursor = next === undefined ? '' : `?cursor=${next}`
  }
  assert.is(lines, 800)
})

carrying('is refused before it is read', async () => {
  const asha = await register(stage.call)
  const answer = await asha.ledger('POST', '/transactions', { note: 'x'.repeat(900_000) })

  assert.is(answer.status, 413)
  assert.is(Object(answer.body).code, 'too-large')
})

carrying.run()
