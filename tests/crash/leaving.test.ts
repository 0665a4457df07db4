import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allRows, fillEveryTable } from '../support/rows-of-people.ts'
import { asha, ben, copyOf, cutsOf, inProcess, look, nameOf, newFolder, type Open } from './people.ts'

const leaving = suite('leaving that is killed')

const template = await newFolder()
for (const person of [asha, ben]) inProcess({ ...person, folder: template, deed: 'register' })
const names = await look(template, async (open) => {
  const [ashas, bens] = [await namesOf(open, asha.email), await namesOf(open, ben.email)]
  // more than one piece of a ledger, so that there is a half of it to be cut at
  await fill(open, ashas, 600)
  await fill(open, bens, 20)
  return { asha: Object.values(ashas), ben: Object.values(bens) }
})

const tables = await look(template, async (open) => Object.keys(await allOf(open)).sort())
const ofAsha = await rowsNaming(template, names.asha)
const ofBen = await rowsNaming(template, names.ben)

/** Once without a kill, to know what there is to be cut. */
const done = inProcess({ ...asha, folder: copyOf(template), deed: 'leave' })
if (done?.outcome !== 204) throw new Error(`Leaving itself does not work: ${done?.outcome}`)

leaving('is shown on every table that the migrations have made', () => {
  assert.equal(Object.keys(ofAsha).sort(), tables)
  assert.equal(Object.keys(ofBen).sort(), tables)
})

for (const cut of cutsOf(done, 12)) {
  leaving(`${nameOf(cut, done)} ends in no row of the person in any table, and all of another's`, async () => {
    const folder = copyOf(template)
    assert.is(inProcess({ ...asha, folder, deed: 'leave', cut }), undefined)

    const resumed = inProcess({ ...asha, folder, deed: 'resume' })
    if (resumed?.outcome === 0 && Object.keys(await rowsNaming(folder, names.asha)).length > 0) {
      // It had not begun: then nothing at all is gone, and the person is still logged in and asks again.
      const { login_limits: _, ...untouched } = ofAsha
      const { login_limits: __, ...found } = await rowsNaming(folder, names.asha)
      assert.equal(found, untouched)
      assert.is(inProcess({ ...asha, folder, deed: 'leave' })?.outcome, 204)
    }

    assert.equal(await rowsNaming(folder, names.asha), {})
    assert.equal(await rowsNaming(folder, names.ben), ofBen)
    assert.is(inProcess({ ...asha, folder, deed: 'resume' })?.outcome, 0)
    assert.is(inProcess({ ...asha, folder, deed: 'log in' })?.outcome, 'wrong-credentials')
    assert.is(inProcess({ ...ben, folder, deed: 'log in' })?.outcome, 200)
  })
}

leaving.run()

/** All that a row can name a person by. */
async function namesOf({ identityDb }: Open, email: string) {
  const user = await identityDb.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow()
  return { userId: user.id, ledgerId: user.ledger_id, email, key: user.email_key }
}

async function fill({ identityDb, ledgerDb }: Open, who: Awaited<ReturnType<typeof namesOf>>, count: number) {
  await identityDb.transaction().execute((trx) => fillEveryTable(trx, who, count))
  await ledgerDb.transaction().execute((trx) => fillEveryTable(trx, who, count))
}

async function allOf({ identityDb, ledgerDb }: Open) {
  return { ...(await allRows(identityDb)), ...(await allRows(ledgerDb)) }
}

/** The rows themselves, by table; tables without any are left out. */
function rowsNaming(folder: string, ids: readonly string[]): Promise<Record<string, string[]>> {
  return look(folder, async (open) => {
    const found = Object.entries(await allOf(open)).map(
      ([table, rows]) => [table, rows.filter((row) => ids.some((id) => row.includes(id)))] as const,
    )
    return Object.fromEntries(found.filter(([, rows]) => rows.length > 0))
  })
}
