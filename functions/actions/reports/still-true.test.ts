import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asked, noon } from '../../../tests/support/identity-desk.ts'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import { makeReport } from './make-report.ts'

const asking = suite('asking for a report that is there')

const hour = 3_600_000
type Person = Awaited<ReturnType<ReportDesk['person']>>

/** The edition that somebody gets who asks now, once it is made. */
async function edition(desk: ReportDesk, { userId, ledgerId }: Person, end: string): Promise<number> {
  const scope = await desk.enter(userId, ledgerId)
  const body = { kind: 'custom' as const, start: '2026-03-01', end }
  const answer = await makeReport(desk.needs, scope, { ...asked(body), params: { ledger: ledgerId }, headers: {} })
  if (!answer.ok) throw new Error(answer.error.kind)
  await desk.tick()
  return answer.value.body.edition
}

asking('is another edition the next day, where its period ran when it was made', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  assert.is(await edition(desk, asha, '2026-03-31'), 1)
  assert.is(await edition(desk, asha, '2026-03-31'), 1)

  // half past eleven at night in India, and half past midnight
  desk.time.now = noon + 6 * hour
  assert.is(await edition(desk, asha, '2026-03-31'), 1)
  desk.time.now = noon + 7 * hour
  assert.is(await edition(desk, asha, '2026-03-31'), 2)
  assert.is(await edition(desk, asha, '2026-03-31'), 2)
})

asking('is the same one on any later day, where its period was over', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  assert.is(await edition(desk, asha, '2026-03-14'), 1)
  assert.is(await edition(desk, asha, '2026-03-15'), 1)

  desk.time.now = noon + 24 * hour
  assert.is(await edition(desk, asha, '2026-03-14'), 1)
  assert.is(await edition(desk, asha, '2026-03-15'), 2)
})

asking.run()
