import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith, entry, user } from '../../tests/browser/desk.ts'
import { readTrash } from './trash.ts'

const trash = suite('the trash')

trash('is read to its end', async () => {
  const gone = (id: string) => ({ transaction: { ...entry, id }, deletedAt: 0, deletedBy: user.id })
  const { desk } = deskWith(({ line }) => [
    200,
    line.includes('cursor') ? { items: [gone('b')] } : { items: [gone('a')], next: 'after a' },
  ])
  const read = await readTrash(desk.client.api)
  assert.equal(read.ok && read.value.map(({ transaction }) => transaction.id), ['a', 'b'])
})

trash.run()
