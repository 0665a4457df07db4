import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ok, refuse } from '../../functions/domain/result.ts'
import { deskWith, user } from '../../tests/browser/desk.ts'
import { gate } from '../../tests/support/gate.ts'
import { close, open, takeBack } from './screen.ts'
import { write } from './write.ts'

const inside = { session: { kind: 'in', user } } as const
const dialog = { kind: 'limit', id: 'x' } as const

const writing = suite('a write')

writing('says what was done, closes the dialog and loads what the page shows', async () => {
  const { desk, asked } = deskWith(() => [200, { items: [] }], inside)
  open(desk, dialog)
  await write(desk, Promise.resolve(ok(1)), 'Saved.')

  const { said, dialog: now } = desk.state.get()
  assert.is(said?.words, 'Saved.')
  assert.is(now, undefined)
  assert.ok(asked.some(({ line }) => line.includes('insights')))
})

writing('that was refused leaves the dialog as it is', async () => {
  const { desk, asked } = deskWith(() => [200, { items: [] }], inside)
  open(desk, dialog)
  const before = asked.length
  const problem = await write(desk, Promise.resolve(refuse({ kind: 'offline' } as const)), 'Saved.')

  assert.equal(problem, { kind: 'offline' })
  assert.equal(desk.state.get().dialog, dialog)
  assert.is(asked.length, before)
})

writing('closes no dialog but that in which it was begun', async () => {
  for (const first of [undefined, dialog]) {
    const { desk } = deskWith(() => [200, { items: [] }], inside)
    if (first) open(desk, first)
    const { opened, open: answer } = gate()
    const done = write(
      desk,
      opened.then(() => ok(1)),
      'Saved.',
    )
    open(desk, { ...dialog })
    const { dialog: second } = desk.state.get()
    answer()
    await done

    assert.is(desk.state.get().dialog, second)
    assert.is(desk.state.get().said?.words, 'Saved.')
  }
})

writing('that was refused is told to whoever has left its dialog', async () => {
  const { desk } = deskWith(() => [200, { items: [] }], inside)
  open(desk, dialog)
  const { opened, open: answer } = gate()
  const done = write(
    desk,
    opened.then(() => refuse({ kind: 'signed-out' } as const)),
    'Saved.',
  )
  close(desk)
  answer()
  await done

  assert.is(desk.state.get().said?.words, 'Your session has ended. Log in to go on.')
})

writing('is spoken of until its time is over, not of the one before it', async () => {
  const { desk, waiting } = deskWith(() => [200, { items: [] }], inside)
  await write(desk, Promise.resolve(ok(1)), 'One.')
  await write(desk, Promise.resolve(ok(2)), 'Two.')
  assert.is(waiting.length, 1)
  waiting[0]?.()

  assert.is(desk.state.get().said, undefined)
})

writing('can be taken back, which is said too', async () => {
  const { desk } = deskWith(() => [200, { items: [] }], inside)
  const undone: number[] = []
  await write(desk, Promise.resolve(ok(7)), 'Saved.', async (value) => ok(undone.push(value)))
  await takeBack(desk)

  assert.equal(undone, [7])
  assert.is(desk.state.get().said?.words, 'Undone.')
})

writing('says why it could not be taken back', async () => {
  const { desk } = deskWith(() => [200, { items: [] }], inside)
  const refusal = { kind: 'refused', code: 'version-mismatch', errors: [], retryAfterS: 0 } as const
  await write(desk, Promise.resolve(ok(7)), 'Saved.', async () => refuse(refusal))
  await takeBack(desk)

  assert.match(desk.state.get().said?.words ?? '', /changed elsewhere/)
})

writing.run()
