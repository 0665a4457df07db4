import { randomUUID } from 'node:crypto'
import type { Feature, Route } from '../../functions/api/route.ts'
import { table } from '../../functions/api/table.ts'
import { logInAgain, type Person, register } from './people.ts'
import { reportMade, resetSecret, secretIn, verified } from './reports.ts'
import { signedNow } from './signed-events.ts'

type Table = typeof table
/** As `transactions.addTransaction`: the action, and the handler in it. */
export type RouteName = { [A in keyof Table]: `${A & string}.${keyof Table[A] & string}` }[keyof Table]

/** What a route's own example needs to work: ids for its path, and a ledger in which it can be done. */
export interface Prepared {
  readonly path: { readonly [name: string]: string }
  readonly body: unknown
  readonly headers: { readonly [name: string]: string }
  /** Whose call it has to be, where it would spoil the one who asked. */
  readonly by: Person
  /** What the path names is the person's own in a ledger that others may share: another member finds nothing there. */
  readonly isPersonal?: boolean
}

export const routes: readonly { readonly name: RouteName; readonly route: Route }[] = Object.entries<Feature>(
  table,
).flatMap(([action, feature]) =>
  Object.entries(feature).map(([handler, route]) => ({ name: `${action}.${handler}` as RouteName, route })),
)

/** Does what the route's example needs done first; the ledger is the person's own. */
export async function prepare(name: RouteName, route: Route, person: Person): Promise<Prepared> {
  const special = await preparations[name](person)
  return {
    body: route.example,
    headers: {},
    by: person,
    ...special,
    path: { ledger: (special.by ?? person).ledgerId, ...special.path },
  }
}

export function addressOf(route: Route, { path }: Pick<Prepared, 'path'>): string {
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')
}

type Preparation = (person: Person) => Promise<Partial<Prepared>>

const nothing: Preparation = async () => ({})

/** A new row of this list, by its id in the path. */
const onMade =
  (list: string, body: () => object, ready?: (person: Person, id: string) => Promise<void>): Preparation =>
  async (person) => {
    const id = await made(person, list, body())
    await ready?.(person, id)
    return { path: { id } }
  }

/** The name in the example is nobody's yet. */
const withName =
  (list: string, name: string, rest: Preparation = nothing): Preparation =>
  async (person) => {
    const { body } = await person.ledger('GET', `/${list}`)
    const rows = (body as { items: { id: string; name: string; mergedInto?: string }[] }).items
    for (const row of rows.filter((one) => one.name === name)) {
      if (row.mergedInto) await person.ledger('POST', `/${list}/${row.id}/merge`, { into: null })
      await person.ledger('PATCH', `/${list}/${row.id}`, { name: unique(name) })
    }
    return rest(person)
  }

const onReport: Preparation = async (person) => ({
  path: { id: (await reportMade(person)).id },
  isPersonal: true,
})
const newId: Preparation = async () => ({ path: { id: randomUUID() } })
const account = () => ({ name: unique('Account'), kind: 'bank' })
/** A day of a new account, with nothing in it. */
const onStatement: Preparation = async (person) => ({
  path: { id: await made(person, 'accounts', account()), day: '2026-11-20' },
})
const category = () => ({ name: unique('Category'), kind: 'expense' })
const payee = () => ({ name: unique('Payee') })
const budget = () => ({ amount: '100.00' })
const entry = () => ({ kind: 'expense', day: '2026-11-20', amount: '3.00' })

async function merged(person: Person, list: string, id: string, into: string): Promise<void> {
  await person.ledger('POST', `/${list}/${id}/merge`, { into })
}

/** By route: one that is added to the table and not here does not compile. */
const preparations: { readonly [Name in RouteName]: Preparation } = {
  'register.register': async () => ({ body: { ...registration, email: `${unique('asha')}@example.org` } }),
  'login.logIn': async ({ email, password }) => ({ body: { email, password } }),
  'login.refresh': async (person) => ({ headers: { cookie: (await logInAgain(person)).cookie } }),
  'login.listSessions': nothing,
  'login.endSession': async (person) => {
    const by = await register(person.call)
    const other = await logInAgain(by)
    return { by, path: { id: other.sessionId } }
  },
  'profile.getMe': nothing,
  'profile.changeMe': nothing,
  'profile.changePassword': async (person) => ({ by: await register(person.call) }),
  'profile.leave': async (person) => ({ by: await register(person.call) }),
  'mail.getMail': nothing,
  'mail.changeMail': nothing,
  'mail.askVerification': async (person) => ({ by: await register(person.call) }),
  'mail.verify': async (person) => ({ body: { token: await secretIn(await register(person.call), 'verify') } }),
  'mail.askReset': async ({ email }) => ({ body: { email } }),
  'mail.resetPassword': async (person) => {
    const by = await register(person.call)
    return { body: { token: await resetSecret(by), password: 'staple a longer battery' } }
  },
  'mail.takeEvents': async () => signedNow([], Date.now()),
  'mail.unsubscribe': async (person) => {
    const by = await verified(await register(person.call))
    await reportMade(by, { kind: 'weekly', end: undefined, mail: true })
    return { path: { token: await secretIn(by, 'unsubscribe') } }
  },
  'mail.openUnsubscribe': async () => ({ path: { token: 'A'.repeat(43) } }),
  'ledgers.listLedgers': nothing,
  'ledgers.getLedger': nothing,
  'ledgers.changeLedger': nothing,
  'accounts.listAccounts': nothing,
  'accounts.getNetWorth': nothing,
  'accounts.addAccount': withName('accounts', 'Savings'),
  'accounts.getAccount': onMade('accounts', account),
  'accounts.putAccount': withName('accounts', 'Savings', newId),
  'accounts.changeAccount': withName('accounts', 'Rainy days', onMade('accounts', account)),
  'accounts.removeAccount': onMade('accounts', account),
  'statements.getStatement': onStatement,
  'statements.putStatement': onStatement,
  'statements.removeStatement': onStatement,
  'categories.listCategories': nothing,
  'categories.addCategory': withName('categories', 'Bakery'),
  'categories.getCategory': onMade('categories', category),
  'categories.putCategory': withName('categories', 'Bakery', newId),
  'categories.changeCategory': withName('categories', 'Bakeries', onMade('categories', category)),
  'categories.mergeCategory': onMade('categories', category, async (person, id) =>
    merged(person, 'categories', id, await made(person, 'categories', category())),
  ),
  'categories.removeCategory': onMade('categories', category),
  'payees.listPayees': nothing,
  'payees.addPayee': withName('payees', 'Mill Lane Bakery'),
  'payees.getPayee': onMade('payees', payee),
  'payees.putPayee': withName('payees', 'Mill Lane Bakery', newId),
  'payees.changePayee': withName('payees', 'Mill Lane', onMade('payees', payee)),
  'payees.mergePayee': onMade('payees', payee, async (person, id) =>
    merged(person, 'payees', id, await made(person, 'payees', payee())),
  ),
  'payees.removePayee': onMade('payees', payee),
  'transactions.listTransactions': nothing,
  'transactions.listDays': nothing,
  'transactions.addTransaction': nothing,
  'transactions.listTrash': nothing,
  'transactions.exportTransactions': nothing,
  'transactions.batchTransactions': nothing,
  'transactions.getTransaction': onMade('transactions', entry),
  'transactions.putTransaction': newId,
  'transactions.changeTransaction': onMade('transactions', entry),
  'transactions.removeTransaction': onMade('transactions', entry),
  'transactions.restoreTransaction': onMade('transactions', entry, async (person, id) => {
    await person.ledger('DELETE', `/transactions/${id}`)
  }),
  'budgets.listBudgets': nothing,
  'budgets.addBudget': nothing,
  'budgets.getBudget': onMade('budgets', budget),
  'budgets.putBudget': newId,
  'budgets.changeBudget': onMade('budgets', budget),
  'budgets.removeBudget': onMade('budgets', budget),
  'insights.getInsights': nothing,
  'reports.listReports': nothing,
  'reports.makeReport': nothing,
  'reports.getReport': onReport,
  'reports.getPdf': onReport,
  'reports.mailReport': async (person) => {
    const by = await verified(await register(person.call))
    return { by, ...(await onReport(by)) }
  },
  'reports.listSchedules': nothing,
  'reports.putSchedule': async () => ({ path: { kind: 'monthly' } }),
  'health.getHealth': nothing,
  'openapi.getDocument': nothing,
}

const registration = table.register.register.example

/** Makes a row and answers with its id. */
export async function made(person: Person, list: string, body: object): Promise<string> {
  const answer = await person.ledger('POST', `/${list}`, body)
  if (answer.status !== 201) throw new Error(`No row in ${list}: ${JSON.stringify(answer.body)}`)
  return (answer.body as { id: string }).id
}

export const unique = (text: string): string => `${text} ${randomUUID()}`.replace(/^(\S+) (?=\S+$)/, '$1-')
