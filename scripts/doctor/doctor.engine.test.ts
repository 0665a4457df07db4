import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { openDb2 } from '../../functions/adapters/sql/db2/open.ts'
import { parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { db2Lacks, freshDb2 } from '../../tests/support/db2.ts'
import { leaveOut } from '../../tests/support/left-out.ts'
import { freshDatabase, mariadbPath } from '../../tests/support/mariadb.ts'
import { migrated } from '../../tests/support/migrated.ts'
import { receiver } from '../../tests/support/receiver.ts'
import { startS3rver, startVersitygw, versitygwPath } from '../../tests/support/s3.ts'
import { startSendgrid } from '../../tests/support/sendgrid-stub.ts'
import { eventsSetting } from '../../tests/support/signed-events.ts'
import { startSmtp } from '../../tests/support/smtp-catcher.ts'
import { optionsIn } from '../deploy/options.ts'
import { examine } from './examine.ts'
import { linesOf } from './finding.ts'
import { deploymentOf, type Patient, programOf } from './patient.ts'

const doctor = suite('the doctor')

/** None of these may be seen in anything that it says. */
const secret = {
  database: 'database-hush',
  objects: 'objects-hush',
  sendgrid: 'SG.sendgrid-hush',
  smtp: 'smtp-hush',
  wrong: 'wrong-hush',
}
const keys = newKeys()
type Env = { readonly [name: string]: string }

const folder = mkdtempSync(join(tmpdir(), 'outlay-doctor-'))
const sendgrid = await startSendgrid(secret.sendgrid)
const smtp = await startSmtp({ login: { user: 'asha', password: secret.smtp } })
const worker = await receiver(202, () => {})
doctor.after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all([sendgrid.close(), smtp.close(), worker.close()])
})

/** Nobody listens there, and nobody begins to. */
const nobody = 2
const own: Env = {
  OUTLAY_DATA: folder,
  TOKEN_PRIVATE_KEY: keys.privateKey,
  TOKEN_PUBLIC_KEYS: keys.publicKeys,
  MAIL_FROM: 'Outlay <outlay@example.org>',
}
const bySendgrid = (key: string) => `sendgrid://${key}@${new URL(sendgrid.endpoint).host}`
const bySmtp = (password: string, port = smtp.port) => `smtp://asha:${password}@localhost:${port}?tls=off`

/** What it finds, by what it looks at. No line of it has a secret. */
const found = (env: Env) => foundIn(programOf({ ...own, ...env }))

async function foundIn(
  patient: Patient,
): Promise<{ readonly [what: string]: { readonly how: string; readonly text: string } }> {
  const findings = await examine(patient)
  return Object.fromEntries(
    findings.map((finding) => {
      const text = linesOf(finding).join('\n')
      saysNoSecret(text)
      if (finding.how === 'ill') assert.ok(finding.advice, text)
      return [finding.what, { how: finding.how, text }]
    }),
  )
}

function saysNoSecret(text: string): void {
  assert.not.match(text, /hush/)
  assert.ok(!text.includes(keys.privateKey))
}

/** The program itself, in a process of its own. */
async function program(env: Env): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'doctor'], {
    env: { ...process.env, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  saysNoSecret(said.join(''))
  return { code, said: said.join('') }
}

doctor('finds a folder that has never been used well, and makes nothing in it', async () => {
  const { code, said } = await program({ OUTLAY_DATA: join(folder, 'none') })
  assert.is(code, 0, said)
  assert.match(said, /^- +ledger +There is no file .*; npm start makes it\.$/m)
  assert.match(said, /^All is well\.$/m)
})

doctor('ends with 1 where nobody answers, and says so of each', async () => {
  const { code, said } = await program({
    OUTLAY_LEDGER: `mysql://asha:${secret.database}@127.0.0.1:${nobody}/books`,
    OUTLAY_OBJECTS: `cos+http://key:${secret.objects}@127.0.0.1:${nobody}/outlay?style=path`,
    OUTLAY_MAIL: bySmtp(secret.smtp, nobody),
    OUTLAY_JOBS: `http://127.0.0.1:${nobody}/report-job`,
  })
  assert.is(code, 1)
  for (const what of ['ledger', 'objects', 'mail', 'jobs'])
    assert.match(said, new RegExp(`^WRONG +${what} .*:${nobody}`, 'm'))
  assert.match(said, /^ {17}See that .* correct OUTLAY_LEDGER\.$/m)
  assert.match(said, /^4 things are not well\.$/m)
})

doctor('names what is missing, wrong or misspelt, and looks at the rest', async () => {
  const {
    settings,
    objects,
    keys: pair,
    jobs,
  } = await found({
    OUTLAY_OBJECTS: `cos://${secret.objects}`,
    OUTLAY_LEGDER: secret.wrong,
  })
  assert.is(settings?.how, 'ill')
  assert.match(settings?.text ?? '', /OUTLAY_OBJECTS/)
  assert.is(objects?.how, 'open')
  assert.equal([pair?.how, jobs?.how], ['well', 'well'])
  const misspelt = await found({ OUTLAY_LEGDER: secret.wrong })
  assert.match(misspelt.settings?.text ?? '', /no setting OUTLAY_LEGDER/)
})

doctor('looks at what a deployment would be given, and asks its OpenWhisk', async () => {
  const deployment = async (settings: Env) => {
    const file = join(folder, 'deploy.json')
    const place = { OW_APIHOST: worker.url, OW_AUTH: `key:${secret.wrong}`, OW_NAMESPACE: 'guest' }
    const { OUTLAY_DATA: _, ...rest } = own
    writeFileSync(file, JSON.stringify({ ...rest, ...place, OUTLAY_JOBS: 'openwhisk', ...settings }))
    const options = optionsIn(['--settings', file])
    if (!options) throw new Error('These are options')
    return foundIn(deploymentOf(options, { WSK_CONFIG_FILE: join(folder, 'none') }))
  }
  const planes = { OUTLAY_IDENTITY: `sqlite:${folder}/i.db`, OUTLAY_LEDGER: `mysql://a@127.0.0.1:${nobody}/b` }
  const coming = worker.next()
  const whole = await deployment({
    ...planes,
    OUTLAY_OBJECTS: `folder:${folder}`,
    FILES_SECRET: secret.objects,
    OUTLAY_MAIL: bySendgrid(secret.sendgrid),
  })
  assert.equal([whole.jobs?.how, (await coming).reports], ['well', []])
  assert.equal([whole.objects?.how, whole.mail?.how, whole.ledger?.how], ['well', 'well', 'ill'])
  assert.match(whole.settings?.text ?? '', /OUTLAY_IDENTITY is a file/)

  if (mariadbPath()) {
    const fresh = await deployment({ ...planes, OUTLAY_LEDGER: JSON.stringify(await freshDatabase()) })
    assert.is(fresh.ledger?.how, 'open')
    assert.match(fresh.ledger?.text ?? '', /lacks (\d+) of \1 steps of the schema; npm run deploy takes them\.$/)
  }

  const lacking = await deployment({ OUTLAY_LEGDER: secret.wrong })
  assert.match(
    lacking.settings?.text ?? '',
    /OUTLAY_OBJECTS is missing|OUTLAY_MAIL is missing|OUTLAY_LEDGER is missing/,
  )
})

doctor('sees keys that do not fit each other', async () => {
  const { keys: pair } = await found({ TOKEN_PUBLIC_KEYS: newKeys().publicKeys })
  assert.is(pair?.how, 'ill')
  assert.match(pair?.text ?? '', /nobody could log in/)
})

doctor('has SendGrid look at a mail, which it delivers to nobody, and hears of a wrong key', async () => {
  const deaf = await found({ OUTLAY_MAIL: bySendgrid(secret.sendgrid) })
  assert.match(deaf.mail?.text ?? '', /^ok .*sandbox\. .*without MAIL_EVENTS_KEY\.$/)
  const hearing = await found({ ...eventsSetting, OUTLAY_MAIL: bySendgrid(secret.sendgrid) })
  assert.match(hearing.mail?.text ?? '', /^ok .*sandbox\.$/)
  assert.equal(sendgrid.taken, [])

  const { mail } = await found({ OUTLAY_MAIL: bySendgrid(`SG.${secret.wrong}`) })
  assert.is(mail?.how, 'ill')
  assert.match(mail?.text ?? '', /sendgrid-401/)
})

doctor('logs in at an SMTP server and sends nothing, and hears of a wrong password', async () => {
  const well = await found({ OUTLAY_MAIL: bySmtp(secret.smtp) })
  assert.match(well.mail?.text ?? '', /^ok .*lets us log in/)
  assert.equal(smtp.caught, [])

  const { mail } = await found({ OUTLAY_MAIL: bySmtp(secret.wrong) })
  assert.is(mail?.how, 'ill')
  assert.match(mail?.text ?? '', /does not let this user in \(535\)/)

  const clear = await found({ OUTLAY_MAIL: `smtp://localhost:${smtp.port}` })
  assert.match(clear.mail?.text ?? '', /does not speak TLS/)
})

doctor('hands a batch with nothing in it to who makes reports, and hears of an address that takes none', async () => {
  const coming = worker.next()
  assert.is((await found({ OUTLAY_JOBS: `${worker.url}/report-job` })).jobs?.how, 'well')
  const { schedules, reports } = await coming
  assert.equal([schedules, reports], [[], []])

  const { jobs } = await found({ OUTLAY_JOBS: `${sendgrid.endpoint}/report-job` })
  assert.match(jobs?.text ?? '', /^WRONG .*\(404\)/)
  assert.is((await found({ OUTLAY_JOBS: 'openwhisk' })).jobs?.how, 'open')
})

doctor('opens a store’s file by its signed address, and sees that everybody else can too', async () => {
  const store = await startS3rver()
  const at = (bucket: string) =>
    `cos+http://${store.settings.key}:${store.settings.secret}@${new URL(store.settings.endpoint).host}/${bucket}?style=path`
  const { objects } = await found({ OUTLAY_OBJECTS: at('outlay') })
  assert.match(objects?.text ?? '', /^WRONG .* for everybody .*unsigned/)
  assert.match((await found({ OUTLAY_OBJECTS: at('elsewhere') })).objects?.text ?? '', /NoSuchBucket/)
  await store.stop()
})

if (versitygwPath()) {
  doctor('finds a bucket well that is open to its key alone, and hears of a wrong secret', async () => {
    const store = await startVersitygw()
    const at = (password: string) => JSON.stringify({ ...store.settings, iam: undefined, secret: password })
    const { objects } = await found({ OUTLAY_OBJECTS: at(store.settings.secret) })
    assert.match(objects?.text ?? '', /^ok .*bucket outlay/)
    assert.not.match(objects?.text ?? '', new RegExp(store.settings.secret))

    const wrong = await found({ OUTLAY_OBJECTS: at(secret.wrong) })
    assert.match(wrong.objects?.text ?? '', /^WRONG .*SignatureDoesNotMatch/)
    await store.stop()
  })
} else leaveOut('the doctor at a bucket that is not open to all', 'there is no versitygw; scripts/test-setup builds it')

if (mariadbPath()) {
  doctor('sees on MariaDB that the schema is not there, is there, and may only be read', async () => {
    const { socketPath, database } = await freshDatabase()
    const at = (user: string) => `mysql://${user}@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`
    const reader = `reader_${database.slice(2, 10)}`

    const before = await found({ OUTLAY_LEDGER: at('root') })
    assert.match(before.ledger?.text ?? '', /^WRONG .*no tables of Outlay yet.\n.*npm run migrate/)

    await migrated({ identity: at('root'), ledger: at('root') })
    assert.match(
      (await found({ OUTLAY_LEDGER: at('root') })).ledger?.text ?? '',
      /^ok .*MariaDB 1\d\.\d+\.\d+ at .*can be written/,
    )
    const root = await createConnection({ socketPath, user: 'root', database })
    const [rows] = await root.query('select name from schema_steps where name = ?', ['doctor'])
    assert.equal(rows, [])

    await root.query(`create user ${reader}@localhost identified by '${secret.database}'`)
    await root.query(`grant select on ${database}.* to ${reader}@localhost`)
    const read = await found({ OUTLAY_LEDGER: at(`${reader}:${secret.database}`) })
    assert.match(read.ledger?.text ?? '', /^WRONG .*ER_TABLEACCESS_DENIED_ERROR/)
    const stranger = await found({ OUTLAY_LEDGER: at(`${reader}:${secret.wrong}`) })
    assert.match(stranger.ledger?.text ?? '', /^WRONG .*does not let this user/)

    await root.query("delete from schema_steps where name like 'identity/%' limit 1")
    const older = await found({ OUTLAY_IDENTITY: at('root') })
    assert.match(older.identity?.text ?? '', /^WRONG .*lacks 1 of \d+ steps/)
    await root.query(`drop user ${reader}@localhost`)
    await root.end()
  })
} else leaveOut('the doctor at MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

const lack = db2Lacks()
if (lack) leaveOut('the doctor at Db2', `${lack}; scripts/test-setup installs it`)
else {
  doctor('sees with Db2’s driver that the schema is not there, is there, and that nobody answers', async () => {
    const place = await freshDb2()
    const before = await found({ OUTLAY_IDENTITY: place })
    assert.match(before.identity?.text ?? '', /^WRONG .*Db2 at 127.*no tables of Outlay yet/)

    await migrated({ identity: place, ledger: `sqlite:${folder}/books.db` })
    assert.match((await found({ OUTLAY_IDENTITY: place })).identity?.text ?? '', /^ok .*Db2 at 127.*can be written/)
    const db = await openDb2<{ schema_steps: { name: string } }>(parseDb2(place))
    assert.equal(await db.selectFrom('schema_steps').select('name').where('name', '=', 'doctor').execute(), [])
    await db.destroy()

    const away = await found({
      OUTLAY_IDENTITY: place.replace(/:any@([\d.]+):\d+/, `:${secret.database}@$1:${nobody}`),
    })
    assert.match(away.identity?.text ?? '', /^WRONG .*-30081/)
    assert.match(away.identity?.text ?? '', /correct OUTLAY_IDENTITY/)
  })
}

doctor.run()
