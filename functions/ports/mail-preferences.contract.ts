import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { MailPreferences } from './mail-preferences.ts'
import { asha, ben, type Desk, now } from './users.contract.ts'

export function mailPreferencesContract(engine: string, desk: Desk<MailPreferences>): void {
  const keeping = suite(`mail preferences on ${engine}`)
  const all = { weekly: true, monthly: true, alert: true }

  keeping('are on for who has said nothing', async () => {
    const preferences = await desk.fresh()

    assert.equal(await preferences.of(asha.id), { kinds: all })
  })

  keeping('are switched off and on by kind, for one person', async () => {
    const preferences = await desk.fresh()
    await preferences.set(asha.id, 'weekly', false, now)
    await preferences.set(asha.id, 'alert', false, now)
    await preferences.set(asha.id, 'alert', true, now + 1)

    assert.equal(await preferences.of(asha.id), { kinds: { ...all, weekly: false } })
    assert.equal(await preferences.of(ben.id), { kinds: all })
  })

  keeping('can be set by two at once', async () => {
    const preferences = await desk.fresh()
    await Promise.all(Array.from({ length: 6 }, () => preferences.set(asha.id, 'monthly', false, now)))

    assert.equal(await preferences.of(asha.id), { kinds: { ...all, monthly: false } })
  })

  keeping('stop altogether for the first reason there is, until they go on', async () => {
    const preferences = await desk.fresh()
    await preferences.stop(asha.id, 'bounced', now)
    await preferences.stop(asha.id, 'reported', now)

    assert.equal(await preferences.of(asha.id), { kinds: all, stopped: 'bounced' })
    await preferences.resume(asha.id)
    assert.equal(await preferences.of(asha.id), { kinds: all })
  })

  keeping.after(desk.close)
  keeping.run()
}
