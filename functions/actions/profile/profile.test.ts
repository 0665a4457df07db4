import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  asked,
  type IdentityDesk,
  identityDesk,
  noon,
  outcomeOf,
  refusalIn,
  registered,
} from '../../../tests/support/identity-desk.ts'
import { allRows } from '../../../tests/support/rows-of-people.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { changeMe } from './change-me.ts'
import { getMe } from './get-me.ts'

const me = suite('the person who asks')

type Wish = { readonly name?: string; readonly locale?: string; readonly timeZone?: string }
const change = (desk: IdentityDesk, scope: SessionScope, body: Wish, ifMatch?: string) =>
  changeMe(desk, scope, { ...asked(body), headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } })

me('is told who they are, under the version they have', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  await registered(desk, { email: 'ben@example.org', name: 'Ben' })
  const answer = await getMe(desk, scope)

  assert.equal(answer.ok && answer.value, {
    status: 200,
    headers: { etag: '"1"' },
    body: {
      id: scope.userId,
      version: 1,
      email: 'asha@example.org',
      emailVerified: false,
      name: 'Asha',
      locale: 'en-IN',
      timeZone: 'Asia/Kolkata',
      createdAt: noon,
    },
  })
})

me('changes name, locale and zone, one or all', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const first = await change(desk, scope, { name: ' Asha K ' })
  const second = await change(desk, scope, { locale: 'DE-at', timeZone: 'Europe/Vienna' }, '"2"')

  assert.ok(first.ok)
  assert.equal([first.value.body.name, first.value.body.version], ['Asha K', 2])
  assert.ok(second.ok)
  assert.equal(second.value.headers, { etag: '"3"' })
  const { name, locale, timeZone } = second.value.body
  assert.equal([name, locale, timeZone], ['Asha K', 'de-AT', 'Europe/Vienna'])
})

me('is not changed by asking for nothing, or for what is so already', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)

  for (const wish of [{}, { name: ' Asha ', locale: 'en-in' }, { timeZone: 'Asia/Kolkata' }]) {
    const answer = await change(desk, scope, wish, '"1"')
    assert.is(answer.ok && answer.value.body.version, 1)
  }
})

me('is not changed when somebody has come before', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  await change(desk, scope, { name: 'Asha K' })

  for (const tag of ['"1"', '"3"', 'W/"1"', '"x"', '']) {
    assert.equal(refusalIn(await change(desk, scope, { name: 'A' }, tag)), { kind: 'version-mismatch' }, tag)
  }
  for (const tag of ['"2"', '*']) assert.is(outcomeOf(await change(desk, scope, { name: 'A' }, tag)), 200)
})

me('has both of two changes made at once, where no version is asked for', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  await Promise.all([change(desk, scope, { name: 'Asha K' }), change(desk, scope, { locale: 'de' })])
  const answer = await getMe(desk, scope)

  assert.ok(answer.ok)
  const { name, locale, version } = answer.value.body
  assert.equal([name, locale, version], ['Asha K', 'de', 3])
})

me('is not changed to what is none', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const before = await allRows(desk.identityDb)

  assert.equal(refusalIn(await change(desk, scope, { locale: 'en_US' })), { kind: 'bad-locale', pointer: '/locale' })
  assert.equal(refusalIn(await change(desk, scope, { timeZone: 'Mars' })), { kind: 'bad-zone', pointer: '/timeZone' })
  assert.equal(await allRows(desk.identityDb), before)
})

me('is nobody once they are gone', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  await desk.users.beginLeaving(scope.userId, noon)
  assert.is(outcomeOf(await change(desk, scope, { name: 'A' })), 'unauthenticated')
  await desk.users.remove(scope.userId)

  assert.is(outcomeOf(await getMe(desk, scope)), 'unauthenticated')
  assert.is(outcomeOf(await change(desk, scope, { name: 'A' })), 'unauthenticated')
})

me.run()
