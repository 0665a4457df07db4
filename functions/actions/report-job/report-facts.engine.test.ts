import * as assert from 'uvu/assert'
import { onDesks } from '../../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../../tests/support/ledger-desk.ts'
import type { Day } from '../../domain/day.ts'
import { addsUp } from '../../domain/report-listing.ts'
import { planned } from '../../ports/report-shelf.contract.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import { frameFor } from './frame-for.ts'
import { reportFacts } from './report-facts.ts'

const november = { start: '2026-11-01' as Day, end: '2026-11-30' as Day }
const report: ShelfReport = { ...planned(1), period: november, edition: 1, state: 'planned', attempts: 1 }

onDesks('the facts of a report', (says) => {
  says('add up while sixteen write', async (desk: LedgerDesk) => {
    let writing = true
    const writers = Array.from({ length: 16 }, async (_, n) => {
      for (let k = 1; writing; k++) {
        const kind = n % 5 === 0 ? 'refund' : 'expense'
        await desk.record({ kind, day: '2026-11-20', amount: `${n + 1}.${10 + (k % 90)}` })
      }
    })

    const seen: number[] = []
    for (let n = 0; n < 20; n++) {
      const scope = await desk.enter(desk.scope.userId)
      const frame = frameFor(scope.rules, undefined, november)
      const facts = await reportFacts(desk, scope, report, frame, { name: 'Asha', locale: 'en' }, desk.clock.now())
      assert.ok(addsUp(facts), `at revision ${facts.revision}`)
      seen.push(facts.revision)
    }
    writing = false
    await Promise.all(writers)

    assert.equal(
      seen,
      seen.toSorted((a, b) => a - b),
    )
    assert.ok(new Set(seen).size > 1, 'nobody has written meanwhile')
  })
})
