import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { main as alertTick } from '../../functions/actions/alert-tick/action.ts'
import { main as reportTick } from '../../functions/actions/report-tick/action.ts'
import { inProcess } from '../../functions/adapters/jobs/in-process.ts'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { MailView } from '../../functions/api/mail.ts'
import type { ReportView, ScheduleView } from '../../functions/api/reports.ts'
import { identityDb, ledgerDb, objects } from '../../functions/compose.ts'
import type { ObjectKey } from '../../functions/ports/objects.ts'
import { callerOf } from '../support/client.ts'
import { type Here, startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { logInAgain, type Person, register } from '../support/people.ts'
import { type RealEngines, realEnginesLack, startRealEngines } from '../support/real-engines.ts'
import { rowsNaming } from '../support/rows-of-people.ts'
import { runningClock } from '../support/running-clock.ts'
import type { SentMail } from '../support/sendgrid-stub.ts'
import { eventsSetting, signedNow } from '../support/signed-events.ts'

const lack = realEnginesLack()
if (lack) leaveOut('the stack of all engines', `${lack}; scripts/test-setup installs it`)
else await tests()

async function tests(): Promise<void> {
  const story = suite('on MariaDB, Db2’s driver, S3 and SendGrid together, Asha')

  const clock = runningClock()
  const engines = await startRealEngines()
  const { taken } = engines.sendgrid
  let host: Here & { readonly env: object }
  let asha: Person
  const env = () => host.env
  story.after(async () => {
    await host.close()
    await engines.stop()
    clock.stop()
  })

  story('finds a schema that two migrations have made at once, each step once', async () => {
    const [one, two] = await Promise.all([migration(engines), migration(engines)])
    assert.equal([one.code, two.code], [0, 0], one.said + two.said)
    const steps = [...`${one.said}\n${two.said}`.matchAll(/^(\S+): done$/gm)].map(([, name = '']) => name)
    assert.is(new Set(steps).size, steps.length)
    assert.equal([...new Set(steps.map((step) => step.split('/')[0]))].sort(), ['identity', 'ledger'])

    const { said } = await migration(engines, '--status')
    const noted = [...said.matchAll(/^(\S+): \d{4}-/gm)].map(([, name = '']) => name)
    assert.equal(noted.sort(), steps.sort())
    assert.not.match(said, /missing/)
  })

  story('registers, proves that she reads her mail, and logs in', async () => {
    host = await startHere({ env: { ...eventsSetting, ...engines.env } })
    asha = await register(callerOf(host.url), { name: 'Asha Ümit 🌱' })
    const secret = /\/verify#([\w-]{43})/.exec(textOf(taken.at(-1)))?.[1]
    assert.is((await asha.call('POST', '/v1/verifications', { body: { token: secret } })).status, 204)
    assert.is(((await asha.ask('GET', '/v1/me/mail')).body as MailView).verified, true)

    asha.token = (await logInAgain(asha)).token
    const { body } = await asha.ask('GET', '/v1/me')
    assert.match(JSON.stringify(body), /Asha Ümit 🌱/)
  })

  let today = ''
  story('records what comes in and goes out, and sees it exactly in her insights and limit', async () => {
    const limit = { amount: '100.00' }
    assert.is((await asha.ledger('POST', '/budgets', limit)).status, 201)
    today = ((await asha.ledger('GET', '/insights')).body as InsightsView).today
    const record = async (kind: string, amount: string, payee: string) => {
      const { status } = await asha.ledger('POST', '/transactions', { kind, amount, payee, day: today })
      assert.is(status, 201)
    }
    await record('income', '2345.67', 'Employer')
    await record('expense', '72.45', 'Mill Lane Bakery 🍞')
    await record('expense', '0.10', 'Kiosk')
    await record('refund', '2.50', 'Mill Lane Bakery 🍞')

    const { currencies } = (await asha.ledger('GET', '/insights')).body as InsightsView
    const [{ income, expense, net, byPayee } = no()] = currencies
    assert.equal([income, expense, net], ['2345.67', '70.05', '2275.62'])
    assert.is(byPayee[0]?.name, 'Mill Lane Bakery 🍞')
    const { items } = (await asha.ledger('GET', '/budgets')).body as { items: BudgetView[] }
    assert.equal([items[0]?.spent, items[0]?.left], ['70.05', '29.95'])
  })

  story('is told once by mail that a limit is near', async () => {
    const before = taken.length
    await done(alertTick({ env: env() }))
    assert.is(taken.length, before)

    await asha.ledger('POST', '/transactions', { kind: 'expense', amount: '15.00', day: today })
    for (let n = 0; n < 2; n++) await done(alertTick({ env: env() }))
    assert.is(taken.length, before + 1)
    assert.equal(taken.at(-1)?.categories, ['outlay', 'alert'])
    assert.match(textOf(taken.at(-1)), /14\.95/)
  })

  let report: ReportView
  let keys: readonly ObjectKey[]
  story(
    'gets the report that is due, once, and finds its PDF in the mail, in the bucket and by a signed address',
    async () => {
      const { items } = (await asha.ledger('GET', '/schedules')).body as { items: ScheduleView[] }
      const weekly = items.find(({ kind }) => kind === 'weekly')
      clock.advance((weekly?.next?.dueAt ?? 0) - clock.now())
      const before = taken.length
      for (let n = 0; n < 2; n++) {
        await done(reportTick({ env: env() }))
        await inProcess.idle()
      }
      const mails = taken.slice(before).filter(({ categories }) => categories?.includes('weekly'))
      assert.is(mails.length, 1)

      asha.token = (await logInAgain(asha)).token
      const shelf = (await asha.ledger('GET', '/reports')).body as { items: ReportView[] }
      report = shelf.items.find(({ kind }) => kind === 'weekly') ?? no()
      assert.equal([report.state, report.figures?.income, report.figures?.expense], ['sent', '2345.67', '85.05'])

      const answer = await asha.ledger('GET', `/reports/${report.id}/pdf`)
      const address = answer.headers.location ?? ''
      assert.is(answer.status, 303)
      assert.ok(address.startsWith(`${engines.store.settings.endpoint}/outlay/${asha.ledgerId}/`), address)
      const file = await fetch(address)
      const bytes = new Uint8Array(await file.arrayBuffer())
      assert.equal([file.status, file.headers.get('content-type')], [200, 'application/pdf'])
      assert.is(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
      assert.is(createHash('sha256').update(bytes).digest('hex'), report.pdf?.sha256)
      assert.is((await fetch(address.replace(/Signature=..../, 'Signature=0000'))).status, 403)

      const attached = mails[0]?.attachments?.find(({ type }) => type === 'application/pdf')
      assert.ok(Buffer.from(attached?.content ?? '', 'base64').equals(bytes))

      const db = await identityDb(env())
      const rows = await db
        .selectFrom('reports')
        .select(['pdf_key', 'figures_key'])
        .where('id', '=', report.id)
        .execute()
      keys = rows.flatMap(({ pdf_key, figures_key }) => [pdf_key as ObjectKey, figures_key as ObjectKey])
      const kept = await Promise.all(keys.map(async (key) => (await (await objects(env())).head(key))?.type))
      assert.equal(kept, ['application/pdf', 'application/json'])
    },
  )

  story('hears nothing more once SendGrid has said that her mail came back', async () => {
    const mail = taken.findLast(({ categories }) => categories?.includes('weekly'))
    const told = { event: 'bounce', type: 'bounce', mail_id: mail?.custom_args?.mail_id, sg_event_id: 'e1' }
    const { headers, body } = signedNow([{ ...told, timestamp: Math.floor(clock.now() / 1000) }], clock.now())
    assert.is((await asha.call('POST', '/v1/mail/events', { headers, body })).status, 204)
    assert.is(((await asha.ask('GET', '/v1/me/mail')).body as MailView).stopped, 'bounced')
    assert.is(((await asha.ledger('GET', `/reports/${report.id}`)).body as ReportView).state, 'failed')
  })

  story('leaves, and neither plane nor bucket has anything of hers', async () => {
    const names = [asha.userId, asha.ledgerId, asha.email]
    assert.ok((await rowsNaming(await identityDb(env()), names)).users)
    assert.ok((await rowsNaming(await ledgerDb(env()), names)).transactions)

    assert.is((await asha.ask('DELETE', '/v1/me', { password: asha.password })).status, 204)
    assert.equal(await rowsNaming(await identityDb(env()), names), {})
    assert.equal(await rowsNaming(await ledgerDb(env()), names), {})
    const store = await objects(env())
    for (const key of keys) assert.is(await store.head(key), undefined)
    const again = await asha.call('POST', '/v1/sessions', { body: { email: asha.email, password: asha.password } })
    assert.is(again.status, 401)
  })

  story.run()
}

/** `npm run migrate` in a process of its own. */
async function migration({ env }: RealEngines, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'migrate', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

async function done(work: Promise<object>): Promise<void> {
  const outcome = await work
  if ('error' in outcome) throw new Error(JSON.stringify(outcome.error))
}

const textOf = (mail: SentMail | undefined): string => mail?.content[0]?.value ?? ''

function no(): never {
  throw new Error('It is not there')
}
