import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { MailView } from '../../functions/api/mail.ts'
import type { ReportView, ScheduleView } from '../../functions/api/reports.ts'
import { elsewhere, logInAgain, type Person, register } from '../support/people.ts'
import { mailsTo, reportMade, secretIn, settled, verified } from '../support/reports.ts'
import { signedNow } from '../support/signed-events.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const day = 86_400_000

const spend = (person: Person, amount: string, on = '2026-11-10') =>
  person.ledger('POST', '/transactions', { kind: 'expense', day: on, amount })
const shelf = async (person: Person, query = '') =>
  (await person.ledger('GET', `/reports${query}`)).body as { items: ReportView[]; years: number[] }

const making = suite('making a report by hand')

making('answers at once, and the report follows with the figures of the dashboard', async () => {
  const asha = await register(stage.call)
  await spend(asha, '12.50')
  await spend(asha, '99.00', '2026-11-21')
  const answer = await asha.ledger('POST', '/reports', { kind: 'custom', start: '2026-11-01', end: '2026-11-20' })
  assert.is(answer.status, 202)

  const report = await settled(asha, (answer.body as ReportView).id)
  const { body } = await asha.ledger('GET', '/insights?from=2026-11-01&to=2026-11-20')
  const [block] = (body as InsightsView).currencies
  assert.is(report.state, 'stored')
  assert.is(report.figures?.expense, '12.50')
  assert.is(report.figures?.expense, block?.expense)
  assert.is(report.figures?.net, block?.net)
  assert.equal(report.mail, { wanted: false })
})

making('opens the PDF by its address for five minutes, and by nothing else', async () => {
  const asha = await register(stage.call)
  const { id, pdf } = await reportMade(asha)
  const answer = await asha.ledger('GET', `/reports/${id}/pdf`)
  const address = answer.headers.location ?? ''

  assert.is(answer.status, 303)
  const file = await fetch(address)
  const bytes = new Uint8Array(await file.arrayBuffer())
  assert.is(file.status, 200)
  assert.is(bytes.length, pdf?.bytes)
  assert.is(file.headers.get('content-type'), 'application/pdf')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''outlay-custom-2026-11-01/)
  assert.is(file.headers.get('cache-control'), 'no-store')
  assert.is((await fetch(address.replace(/signature=../, 'signature=xx'))).status, 403)
  stage.clock.advance(300_000)
  assert.is((await fetch(address)).status, 403)
})

making('answers what is there while it is still true, and makes another edition when it is not', async () => {
  const asha = await register(stage.call)
  await spend(asha, '10.00')
  const first = await reportMade(asha)
  const same = await asha.ledger('POST', '/reports', { kind: 'custom', start: '2026-11-01', end: '2026-11-20' })
  assert.is(same.status, 200)
  assert.is((same.body as ReportView).id, first.id)

  await spend(asha, '2.50')
  const { items } = await shelf(asha)
  assert.equal(items[0]?.changed, { income: '0.00', expense: '2.50', net: '-2.50' })

  const second = await reportMade(asha)
  assert.equal([second.edition, second.figures?.expense, second.changed], [2, '12.50', undefined])
  assert.equal(
    (await shelf(asha)).items.map(({ edition, changed }) => [edition, changed]),
    [
      [2, undefined],
      [1, undefined],
    ],
  )
})

making('knows of a change that leaves its sums as they are, and makes another edition for each', async () => {
  const asha = await register(stage.call)
  const { body: usd } = await asha.ledger('POST', '/accounts', { name: 'Dollars', kind: 'bank', currency: 'USD' })
  const { id: accountId } = usd as { readonly id: string }
  const { body: made } = await spend(asha, '10.00')
  const { items: categories } = (await asha.ledger('GET', '/categories')).body as {
    items: { id: string; kind: string }[]
  }
  const categoryId = categories.find(({ kind }) => kind === 'expense')?.id
  const changes = [
    () => asha.ledger('POST', '/transactions', { kind: 'expense', day: '2026-11-11', amount: '999.00', accountId }),
    () => asha.ledger('PATCH', `/transactions/${(made as { id: string }).id}`, { categoryId }),
  ]
  for (const [n, change] of changes.entries()) {
    const { id, edition } = await reportMade(asha)
    assert.is(edition, n + 1)
    assert.ok((await change()).status < 300)
    const { body } = await asha.ledger('GET', `/reports/${id}`)
    assert.equal((body as ReportView).changed, { income: '0.00', expense: '0.00', net: '0.00' })
  }

  const third = await reportMade(asha)
  await spend(asha, '1.00', '2026-10-31')
  const { body } = await asha.ledger('GET', `/reports/${third.id}`)
  assert.is((body as ReportView).changed, undefined)
  const fourth = await reportMade(asha)
  await asha.ask('PATCH', '/v1/me', { locale: 'de' })
  assert.equal([fourth.edition, (await reportMade(asha)).edition, (await reportMade(asha)).edition], [4, 5, 5])
})

making('is one report for one key, and refuses a key that is another report’s or somebody else’s', async () => {
  const [asha, ben] = [await register(stage.call), await register(stage.call)]
  const key = { 'idempotency-key': randomUUID() }
  const body = { kind: 'monthly', start: '2026-10-05' }
  const first = await asha.ledger('POST', '/reports', body, key)
  const again = await asha.ledger('POST', '/reports', { ...body, start: '2026-10-09' }, key)

  assert.equal([first.status, again.status], [202, 200])
  assert.is((again.body as ReportView).id, key['idempotency-key'])
  assert.equal((again.body as ReportView).period, { start: '2026-10-01', end: '2026-10-31' })
  for (const other of [{ start: '2026-09-01' }, { kind: 'weekly' }, { mail: true }]) {
    isProblem(await asha.ledger('POST', '/reports', { ...body, ...other }, key), 428)
  }
  isProblem(await ben.ledger('POST', '/reports', body, key), 428)
  assert.equal((await shelf(ben)).items, [])
})

making('covers the week and the month as schedules cut them', async () => {
  const asha = await register(stage.call)
  const week = await reportMade(asha, { kind: 'weekly', start: '2026-11-18', end: undefined })
  assert.equal(week.period, { start: '2026-11-16', end: '2026-11-22' })

  await asha.ledger('PUT', '/schedules/weekly', { active: true, rule: 'week:7', afterDays: 1, hour: 9 })
  const other = await reportMade(asha, { kind: 'weekly', start: '2026-11-18', end: undefined })
  assert.equal(other.period, { start: '2026-11-15', end: '2026-11-21' })
})

making('is refused for days that are none or lie the wrong way, and changes nothing', async () => {
  const asha = await register(stage.call)
  const wrong = [
    [{ kind: 'custom', start: '2026-02-30', end: '2026-03-01' }, 422, '/start'],
    [{ kind: 'custom', start: '2026-02-01', end: '2026-02-31' }, 422, '/end'],
    [{ kind: 'custom', start: '2026-02-02', end: '2026-02-01' }, 422, '/end'],
    [{ kind: 'custom', start: '2016-01-01', end: '2026-02-01' }, 422, '/end'],
    [{ kind: 'custom', start: '2026-02-01' }, 422, '/end'],
    [{ kind: 'weekly', start: '2026-02-01', end: '2026-02-07' }, 422, '/end'],
    [{ kind: 'daily', start: '2026-02-01' }, 400, '/kind'],
  ] as const
  for (const [body, status, pointer] of wrong) {
    const problem = isProblem(await unchanged(stage, () => asha.ledger('POST', '/reports', body)), status)
    assert.is(problem.errors?.[0]?.pointer, pointer)
  }
  isProblem(await unchanged(stage, () => asha.ledger('GET', '/reports?year=26')), 400)
})

making('is limited, for each is work', async () => {
  const asha = await verified(await register(stage.call))
  const { id } = await reportMade(asha)
  const answers: number[] = []
  for (let n = 1; n <= 30; n++) {
    const end = `2026-01-${String(n).padStart(2, '0')}`
    answers.push((await asha.ledger('POST', '/reports', { kind: 'custom', start: '2026-01-01', end })).status)
  }
  assert.equal(answers, [...Array(29).fill(202), 429])
  isProblem(await asha.ledger('POST', `/reports/${id}/mail`), 429)
})

making('says of a report without a PDF that it is not ready', async () => {
  const asha = await verified(await register(stage.call))
  const { id } = await reportMade(asha)
  stage.execute('identity', 'update reports set pdf_sha256 = null where id = ?', id)
  isProblem(await asha.ledger('GET', `/reports/${id}/pdf`), 409)
  isProblem(await asha.ledger('POST', `/reports/${id}/mail`), 409)
})

making('shows a year at a time, the latest year first', async () => {
  const asha = await register(stage.call)
  await reportMade(asha, { start: '2024-05-01', end: '2024-05-02' })
  await reportMade(asha, { start: '2026-05-01', end: '2026-05-02' })

  const latest = await shelf(asha)
  assert.equal(latest.years, [2026, 2024])
  assert.equal(
    latest.items.map(({ period }) => period.start),
    ['2026-05-01'],
  )
  assert.equal(
    (await shelf(asha, '?year=2024')).items.map(({ period }) => period.start),
    ['2024-05-01'],
  )
  assert.equal((await shelf(asha, '?year=2023')).items, [])
})

const mailing = suite('mails')

mailing('prove that somebody reads them, by a link that works once and for half an hour', async () => {
  const asha = await register(stage.call)
  const look = async () => (await asha.ask('GET', '/v1/me/mail')).body as MailView
  const token = await secretIn(asha, 'verify')
  const verify = (secret: string) => stage.call('POST', '/v1/verifications', { body: { token: secret } })
  assert.equal(await look(), {
    address: asha.email,
    verified: false,
    kinds: { weekly: true, monthly: true, alert: true },
  })

  isProblem(await unchanged(stage, () => verify('A'.repeat(43))), 410)
  assert.is((await verify(token)).status, 204)
  assert.is((await look()).verified, true)
  isProblem(await verify(token), 410)

  const ben = await register(stage.call)
  const old = await secretIn(ben, 'verify')
  stage.clock.advance(30 * 60_000)
  isProblem(await verify(old), 410)
  const { token: again } = await logInAgain(ben)
  assert.is((await stage.call('POST', '/v1/me/verification', { token: again })).status, 202)
  assert.is((await verify(await secretIn(ben, 'verify'))).status, 204)
})

mailing('with such a link are sent a few times in an hour', async () => {
  const asha = await register(stage.call)
  const ask = () => asha.ask('POST', '/v1/me/verification')
  for (let n = 0; n < 5; n++) assert.is((await ask()).status, 202)
  isProblem(await ask(), 429)
})

mailing('are not guessed at: tokens are tried a hundred times in an hour from one place', async () => {
  const headers = elsewhere()
  const body = { token: 'B'.repeat(43) }
  for (let n = 0; n < 100; n++) isProblem(await stage.call('POST', '/v1/verifications', { body, headers }), 410)
  isProblem(await stage.call('POST', '/v1/verifications', { body, headers }), 429)
  isProblem(await stage.call('POST', `/v1/unsubscribe/${body.token}`, { headers }), 429)
})

mailing('can be switched off by kind, by whoever is logged in', async () => {
  const asha = await register(stage.call)
  const { body } = await asha.ask('PATCH', '/v1/me/mail', { weekly: false, alert: false })
  assert.equal((body as MailView).kinds, { weekly: false, monthly: true, alert: false })
  assert.equal((await asha.ask('GET', '/v1/me/mail')).body, body)
})

mailing('can be switched off by one post to their link, logged out and as often as one likes', async () => {
  const asha = await verified(await register(stage.call))
  await reportMade(asha, { kind: 'weekly', end: undefined, mail: true })
  const token = await secretIn(asha, 'unsubscribe')
  const post = () =>
    stage.call('POST', `/v1/unsubscribe/${token}`, {
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  assert.is((await post()).status, 204)
  assert.is((await post()).status, 204)
  const { body } = await asha.ask('GET', '/v1/me/mail')
  assert.equal((body as MailView).kinds, { weekly: false, monthly: true, alert: true })
  isProblem(await stage.call('POST', `/v1/unsubscribe/${'C'.repeat(43)}`), 410)
  isProblem(await stage.call('POST', '/v1/verifications', { body: { token } }), 410)
})

mailing(
  'lead to their page who opens the address that mail programs post to, and switch off nothing by it',
  async () => {
    const asha = await verified(await register(stage.call))
    await reportMade(asha, { kind: 'weekly', end: undefined, mail: true })
    const token = await secretIn(asha, 'unsubscribe')
    const { status, headers } = await stage.call('GET', `/v1/unsubscribe/${token}`)

    assert.is(status, 303)
    assert.ok(headers.location?.endsWith(`/unsubscribe#${token}`))
    const { body } = await asha.ask('GET', '/v1/me/mail')
    assert.equal((body as MailView).kinds, { weekly: true, monthly: true, alert: true })
  },
)

mailing('are switched off by the link of their own kind, and no other with them', async () => {
  const asha = await verified(await register(stage.call))
  await reportMade(asha, { kind: 'monthly', end: undefined, mail: true })
  const token = await secretIn(asha, 'unsubscribe')
  assert.is((await stage.call('POST', `/v1/unsubscribe/${token}`)).status, 204)
  const { body } = await asha.ask('GET', '/v1/me/mail')
  assert.equal((body as MailView).kinds, { weekly: true, monthly: false, alert: true })
})

mailing('carry a report that is asked for, and none to an address that nobody has verified', async () => {
  const asha = await register(stage.call)
  const { id, ...unsent } = await reportMade(asha, { mail: true })
  assert.equal([unsent.state, unsent.trouble], ['stored', 'unverified'])
  isProblem(await asha.ledger('POST', `/reports/${id}/mail`), 409)
  const { kind, period } = unsent
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/reports', { kind, ...period, mail: true })), 409)

  await verified(asha)
  assert.is((await asha.ledger('POST', `/reports/${id}/mail`)).status, 202)
  const sent = await settled(asha, id)
  assert.is(sent.state, 'sent')
  assert.ok((sent.mail.sentAt ?? 0) > 0)
  assert.is((await mailsTo(asha)).filter((mail) => mail.includes('/reports/')).length, 1)
})

mailing(
  'carry a report that is asked for though its kind is switched off, also one that is on file already',
  async () => {
    const asha = await verified(await register(stage.call))
    await asha.ask('PATCH', '/v1/me/mail', { weekly: false })
    const kept = await reportMade(asha, { kind: 'weekly', end: undefined })
    assert.is((await asha.ledger('POST', `/reports/${kept.id}/mail`)).status, 202)
    assert.is((await settled(asha, kept.id)).state, 'sent')

    const asked = { kind: 'custom', start: '2026-10-01', end: '2026-10-02' }
    const other = await reportMade(asha, asked)
    const again = await asha.ledger('POST', '/reports', { ...asked, mail: true })
    assert.equal(
      [again.status, (again.body as ReportView).id, (again.body as ReportView).mail.wanted],
      [202, other.id, true],
    )
    assert.is((await settled(asha, other.id)).state, 'sent')
    assert.is((await mailsTo(asha)).filter((mail) => mail.includes('/reports/')).length, 2)
  },
)

mailing('are heard of afterwards, from whoever delivers and signs, and stop where nobody gets them', async () => {
  const asha = await verified(await register(stage.call))
  const { id } = await reportMade(asha, { kind: 'weekly', end: undefined, mail: true })
  const [mail = ''] = (await mailsTo(asha)).filter((text) => text.includes('/reports/'))
  const mailId = /\/outbox\/([\w-]{36})\/html/.exec(mail)?.[1] ?? ''
  const event = (name: string) => [
    { event: name, type: 'bounce', mail_id: mailId, sg_event_id: randomUUID(), timestamp: stage.clock.now() / 1000 },
  ]
  const tell = (name: string) => {
    const { headers, body } = signedNow(event(name), stage.clock.now())
    return stage.call('POST', '/v1/mail/events', { headers, body })
  }
  const look = async () => (await asha.ask('GET', '/v1/me/mail')).body as MailView

  assert.is((await tell('delivered')).status, 204)
  assert.is((await settled(asha, id)).state, 'sent')
  assert.is((await tell('unsubscribe')).status, 204)
  assert.equal([(await look()).kinds.weekly, (await look()).stopped], [false, undefined])
  assert.is((await tell('bounce')).status, 204)
  assert.equal([(await settled(asha, id)).state, (await settled(asha, id)).trouble], ['failed', 'refused'])
  assert.is((await look()).stopped, 'bounced')
  isProblem(await unchanged(stage, () => asha.ledger('POST', `/reports/${id}/mail`)), 409)

  const late = signedNow(event('bounce'), stage.clock.now())
  stage.clock.advance(60_000)
  await asha.ask('POST', '/v1/me/verification')
  await verified(asha)
  assert.is((await look()).stopped, undefined)
  assert.is((await stage.call('POST', '/v1/mail/events', late)).status, 204)
  assert.is((await look()).stopped, undefined)
})

mailing('that are no reports are switched off by whom they went to, of the kind that they were', async () => {
  const asha = await verified(await register(stage.call))
  const leave = async (kind: string) => {
    const event = { event: 'unsubscribe', kind, email: asha.email, mail_id: randomUUID(), sg_event_id: randomUUID() }
    const events = signedNow([{ ...event, timestamp: stage.clock.now() / 1000 }], stage.clock.now())
    assert.is((await stage.call('POST', '/v1/mail/events', events)).status, 204)
    return ((await asha.ask('GET', '/v1/me/mail')).body as MailView).kinds
  }
  assert.equal(await leave('verification'), { weekly: true, monthly: true, alert: true })
  assert.equal(await leave('alert'), { weekly: true, monthly: true, alert: false })
})

mailing(
  'that are no reports are heard of by their address, and a complaint about the first link is the last word',
  async () => {
    const [asha, ben] = [await verified(await register(stage.call)), await register(stage.call)]
    const complain = async (email: string) => {
      const event = { event: 'spamreport', email, mail_id: randomUUID(), sg_event_id: randomUUID() }
      const { headers, body } = signedNow([{ ...event, timestamp: stage.clock.now() / 1000 }], stage.clock.now())
      assert.is((await stage.call('POST', '/v1/mail/events', { headers, body })).status, 204)
    }
    const stopped = async (person: Person) => ((await person.ask('GET', '/v1/me/mail')).body as MailView).stopped

    await complain('somebody.else@example.org')
    assert.equal([await stopped(asha), await stopped(ben)], [undefined, undefined])
    await complain(asha.email.toUpperCase())
    await complain(ben.email)
    assert.equal([await stopped(asha), await stopped(ben)], ['reported', 'reported'])

    isProblem(await unchanged(stage, () => ben.ask('POST', '/v1/me/verification')), 422)
    assert.is((await asha.ask('POST', '/v1/me/verification')).status, 202)
    await verified(asha)
    assert.is(await stopped(asha), undefined)
  },
)

mailing('are not heard of from anybody else', async () => {
  const { headers, body } = signedNow([{ event: 'bounce' }], stage.clock.now())
  const send = (headersSent: object, bodySent: Uint8Array) =>
    unchanged(stage, () => stage.call('POST', '/v1/mail/events', { headers: { ...headersSent }, body: bodySent }))
  isProblem(await send({}, body), 403)
  isProblem(await send(headers, Buffer.concat([body, Buffer.from(' ')])), 403)
  isProblem(await send(headers, Buffer.alloc(800 * 1024)), 413)
})

const scheduling = suite('schedules')
scheduling.after(() => stage.close())

scheduling('begin with the running week and month, and make reports by themselves', async () => {
  const asha = await verified(await register(stage.call))
  const { items } = (await asha.ledger('GET', '/schedules')).body as { items: ScheduleView[] }
  assert.equal(
    items.map(({ kind, active, rule, afterDays, hour, timeZone }) => [kind, active, rule, afterDays, hour, timeZone]),
    [
      ['weekly', true, 'week:1', 1, 9, 'Europe/Berlin'],
      ['monthly', true, 'own', 3, 9, 'Europe/Berlin'],
    ],
  )

  await spend(asha, '7.00', items[0]?.next?.start)
  stage.clock.advance((items[0]?.next?.dueAt ?? 0) - stage.clock.now())
  await stage.tick()
  const { token } = await logInAgain(asha)
  asha.token = token
  const [report] = (await shelf(asha)).items
  assert.equal([report?.kind, report?.state, report?.figures?.expense], ['weekly', 'sent', '7.00'])
  assert.equal(report?.period, { start: items[0]?.next?.start, end: items[0]?.next?.end })
  const after = (await asha.ledger('GET', '/schedules')).body as { items: ScheduleView[] }
  assert.is(after.items[0]?.next?.dueAt, (items[0]?.next?.dueAt ?? 0) + 7 * day)
})

scheduling('can be set and switched off, and go on from where they were', async () => {
  const asha = await register(stage.call)
  const put = (kind: string, body: object) => asha.ledger('PUT', `/schedules/${kind}`, body)
  const monthly = { active: true, rule: 'payday:25', afterDays: 1, hour: 7 }
  const { body } = await put('monthly', monthly)
  const { next, ...set } = body as ScheduleView
  assert.equal(set, { kind: 'monthly', ...monthly, timeZone: 'Europe/Berlin' })
  assert.match(next?.start ?? '', /-01$/)

  const off = (await put('monthly', { ...monthly, active: false })).body as ScheduleView
  assert.equal([off.active, off.next], [false, undefined])
  isProblem(await unchanged(stage, () => put('monthly', { ...monthly, rule: 'fortnight' })), 422)
  isProblem(await unchanged(stage, () => put('monthly', { ...monthly, hour: 24 })), 400)
  isProblem(await unchanged(stage, () => put('daily', monthly)), 400)
})

scheduling('move with the person to another zone', async () => {
  const asha = await register(stage.call)
  await asha.ask('PATCH', '/v1/me', { timeZone: 'Asia/Kathmandu' })
  const { items } = (await asha.ledger('GET', '/schedules')).body as { items: ScheduleView[] }
  for (const { timeZone, next } of items) {
    assert.is(timeZone, 'Asia/Kathmandu')
    assert.is(new Date(next?.dueAt ?? 0).toISOString().slice(11), '03:15:00.000Z')
  }
})

making.run()
mailing.run()
scheduling.run()
