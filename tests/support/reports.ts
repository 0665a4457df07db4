import { setTimeout as pause } from 'node:timers/promises'
import type { ReportView } from '../../functions/api/reports.ts'
import { outboxHere } from './host.ts'
import type { Person } from './people.ts'

/** Has a report made of the person's own ledger, and waits until nothing more happens to it. */
export async function reportMade(person: Person, body: object = {}): Promise<ReportView> {
  const asked = { kind: 'custom', start: '2026-11-01', end: '2026-11-20', ...body }
  const answer = await person.ledger('POST', '/reports', asked)
  if (answer.status !== 202 && answer.status !== 200) throw new Error(`No report: ${JSON.stringify(answer.body)}`)
  return settled(person, (answer.body as ReportView).id)
}

/** Asks again and again, as a page does, until the report is at rest. */
export async function settled(person: Person, id: string): Promise<ReportView> {
  for (let n = 0; n < 500; n++) {
    const { body } = await person.ledger('GET', `/reports/${id}`)
    const report = body as ReportView
    const isAtRest = report.state === 'stored' && (!report.mail.wanted || report.trouble !== undefined)
    if (isAtRest || report.state === 'sent' || report.state === 'failed') return report
    await pause(20)
  }
  throw new Error('The report was not made')
}

/** The texts of the mails to this person, the latest first, as they lie in the local host's outbox. */
export async function mailsTo({ email }: Person): Promise<readonly string[]> {
  const outbox = outboxHere()
  const read = async (path: string) => (await fetch(`${outbox}${path}`)).text()
  const ours = (await read('')).split('<li>').filter((item) => item.includes(email))
  const ids = ours.flatMap((item) => /\/outbox\/([\w-]+)/.exec(item)?.[1] ?? [])
  return Promise.all(ids.map((id) => read(`/${id}`)))
}

/** The secret behind a link of the latest mail that has one: `verify`, `reset` or `unsubscribe`. */
export async function secretIn(person: Person, link: 'verify' | 'reset' | 'unsubscribe'): Promise<string> {
  const pattern = new RegExp(`/${link}#([\\w-]{43})`)
  const found = (await mailsTo(person)).flatMap((mail) => pattern.exec(mail)?.[1] ?? [])
  const [latest] = found
  if (!latest) throw new Error(`No mail with a link to ${link}`)
  return latest
}

/** Shows that the person reads their mail, by the link of the mail that registering has sent. */
export async function verified(person: Person): Promise<Person> {
  const answer = await person.call('POST', '/v1/verifications', { body: { token: await secretIn(person, 'verify') } })
  if (answer.status !== 204) throw new Error(`Not verified: ${answer.status}`)
  return person
}

/** Asks for a link to a new password, as somebody does who is not logged in. */
export async function resetSecret(person: Person): Promise<string> {
  const answer = await person.call('POST', '/v1/password-resets', { body: { email: person.email } })
  if (answer.status !== 202) throw new Error(`No link to a new password: ${answer.status}`)
  return secretIn(person, 'reset')
}
