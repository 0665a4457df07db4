import { formatReport } from '../../domain/report-file.ts'
import { onBehalf } from '../../edge/who.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ledgers } from '../../ports/ledgers.ts'
import type { Objects } from '../../ports/objects.ts'
import type { ReportStep, ShelfReport } from '../../ports/report-shelf.ts'
import type { Schedules } from '../../ports/schedules.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Users } from '../../ports/users.ts'
import { frameFor } from './frame-for.ts'
import { type Books, reportFacts } from './report-facts.ts'

export interface FigureNeeds extends Books {
  readonly clock: Clock
  readonly ledgers: Ledgers
  readonly objects: Objects
  readonly schedules: Schedules
  readonly secrets: Secrets
  readonly users: Users
}

/** Reads the figures and puts them on file; taken again it reads them as they are then, and the file is replaced. */
export async function figure(needs: FigureNeeds, report: ShelfReport): Promise<ReportStep> {
  const { clock, ledgers, objects, schedules, secrets, users } = needs
  const { kind, period } = report
  const [scope, user, all] = await Promise.all([
    onBehalf(ledgers, report.userId, report.ledgerId),
    users.byId(report.userId),
    schedules.list(report.userId, report.ledgerId),
  ])
  if (!scope || user?.state !== 'active') return { state: 'failed', trouble: 'no-access' }

  const rule = all.find((schedule) => schedule.kind === kind)?.rule
  const frame = frameFor(scope.rules, rule, period)
  const facts = await reportFacts(needs, scope, report, frame, user, clock.now())
  const text = formatReport(facts)
  await objects.put(report.figuresKey, new TextEncoder().encode(text), 'application/json')

  const [own] = facts.blocks
  if (!own) throw new RangeError('A report has a block in the ledger’s currency.')
  const { currency, income, expense, net, entries } = own
  const { revision, madeMs: figuredMs } = facts
  return {
    state: 'figured',
    headline: { currency, income, expense, net, entries, revision, figuredMs, sha256: secrets.hashOf(text) },
  }
}
