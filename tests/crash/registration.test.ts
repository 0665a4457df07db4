import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allRows } from '../support/rows-of-people.ts'
import { asha, ben, copyOf, cutsOf, inProcess, look, nameOf, newFolder } from './people.ts'

const registration = suite('a registration that is killed')

const template = await newFolder()
inProcess({ ...ben, folder: template, deed: 'register' })

/** Once without a kill, to know what there is to be cut and what has to be there in the end. */
const whole = copyOf(template)
const done = inProcess({ ...asha, folder: whole, deed: 'register' })
if (done?.outcome !== 201) throw new Error(`The registration itself does not work: ${done?.outcome}`)

const empty = await figures(template)
const expected = await figures(whole)
const ofBen = await rowsOfBen(template)

for (const cut of cutsOf(done, 12)) {
  registration(`${nameOf(cut, done)} is mended by the next try, whichever that is`, async () => {
    const folder = copyOf(template)
    assert.is(inProcess({ ...asha, folder, deed: 'register', cut }), undefined)

    const again = copyOf(folder)
    const second = inProcess({ ...asha, folder: again, deed: 'register' })
    // taken: all was done but the answer
    if (second?.outcome !== 201) assert.is(second?.outcome, 'email-taken')
    assert.is(inProcess({ ...asha, folder: again, deed: 'log in' })?.outcome, 200)
    assert.equal(await figures(again), expected)
    assert.equal(await rowsOfBen(again), ofBen)

    const loggedIn = inProcess({ ...asha, folder, deed: 'log in' })?.outcome === 200
    // who cannot log in was never there, and is in no table
    assert.equal(await figures(folder), loggedIn ? expected : empty)
    assert.equal(await rowsOfBen(folder), ofBen)
  })
}

registration.run()

/** How many rows each table has, and who stands how. Sessions, attempts and links in mails are as many as there were tries. */
function figures(folder: string) {
  return look(folder, async ({ identityDb, ledgerDb }) => {
    const { login_limits, mail_tokens, sessions, ...identity } = await allRows(identityDb)
    const tables = Object.entries({ ...identity, ...(await allRows(ledgerDb)) })
    const people = await identityDb.selectFrom('users').select(['email', 'state']).orderBy('email').execute()
    return { people, rows: tables.map(([table, rows]) => [table, rows.length]) }
  })
}

function rowsOfBen(folder: string) {
  return look(folder, async ({ identityDb, ledgerDb }) => {
    const named = await identityDb
      .selectFrom('users')
      .select(['id', 'ledger_id'])
      .where('email', '=', ben.email)
      .execute()
    const ids = named.flatMap((user) => [user.id, user.ledger_id])
    const tables = Object.entries({ ...(await allRows(identityDb)), ...(await allRows(ledgerDb)) })
    return tables.map(([table, rows]) => [table, rows.filter((row) => ids.some((id) => row.includes(id)))])
  })
}
