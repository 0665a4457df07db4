import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keptMails } from '../../functions/adapters/mail/outbox.ts'
import { asha, copyOf, cutsOf, inProcess, look, nameOf, newFolder } from './people.ts'

const reporting = suite('a report whose making is killed')

const day = 86_400_000
/** Every schedule that somebody begins with has come due once, and none twice. */
const laterMs = 8 * day
/** After the leases of a process that is gone. */
const afterMs = laterMs + 3_600_000

const template = await newFolder()
inProcess({ ...asha, folder: template, deed: 'register' })
await look(template, async ({ identityDb }) => {
  await identityDb.updateTable('users').set({ email_verified_ms: 1 }).execute()
  await identityDb.deleteFrom('report_schedules').where('kind', '=', 'monthly').execute()
})
const before = (await keptMails(join(template, 'outbox'))).length

/** Once without a kill, to know what there is to be cut and what has to be there in the end. */
const whole = copyOf(template)
const done = inProcess({ ...asha, folder: whole, deed: 'tick', laterMs })
if (done?.outcome !== 1) throw new Error(`The tick itself does not work: ${done?.outcome}`)

reporting('makes one report, one pair of files and one mail when nothing happens to it', async () => {
  const { reports, files, mails } = await outcome(whole)
  assert.equal(reports, [['weekly', 1, 'sent']])
  assert.is(files.length, 2)
  assert.is(mails, 1)
})

for (const cut of cutsOf(done, 60)) {
  reporting(`${nameOf(cut, done)} is made once and mailed once by the ticks after it`, async () => {
    const folder = copyOf(template)
    assert.is(inProcess({ ...asha, folder, deed: 'tick', laterMs, cut }), undefined)

    inProcess({ ...asha, folder, deed: 'tick', laterMs: afterMs })
    assert.is(inProcess({ ...asha, folder, deed: 'tick', laterMs: afterMs + 3_600_000 })?.outcome, 0)
    const { reports, files, mails } = await outcome(folder)
    assert.equal(reports, [['weekly', 1, 'sent']])
    assert.is(files.length, 2)
    assert.is(mails, 1)
  })
}

reporting.run()

async function outcome(folder: string) {
  const reports = await look(folder, ({ identityDb }) =>
    identityDb.selectFrom('reports').select(['kind', 'edition', 'state']).execute(),
  )
  const files = readdirSync(join(folder, 'objects'), { recursive: true, encoding: 'utf8' })
  return {
    reports: reports.map(({ kind, edition, state }) => [kind, Number(edition), state]),
    files: files.filter((name) => /\.(pdf|json)$/.test(name)),
    mails: (await keptMails(join(folder, 'outbox'))).length - before,
  }
}
