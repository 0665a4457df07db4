import { isOver } from '../../domain/is-over.ts'
import { parseReport } from '../../domain/report-file.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Objects } from '../../ports/objects.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Users } from '../../ports/users.ts'

interface Needs {
  readonly clock: Clock
  readonly objects: Objects
  readonly users: Users
}

/**
 * The latest edition while it is being made, or while another one would say the same. It also compares with other periods
 * and names payees and limits, so nothing at all may have been written since; of a period that ran when it was made it says
 * how far that day was; and it is in its reader's language.
 */
export async function stillTrue(
  { clock, objects, users }: Needs,
  scope: LedgerScope,
  [latest]: readonly ShelfReport[],
): Promise<ShelfReport | undefined> {
  if (!latest || latest.state === 'failed') return undefined
  if (!latest.headline) return latest
  const { revision, figuredMs } = latest.headline
  if (revision !== scope.revision) return undefined
  const isOfToday = todayIn(scope.timeZone, figuredMs) === todayIn(scope.timeZone, clock.now())
  if (!isOfToday && !isOver(latest.period, scope.timeZone, figuredMs)) return undefined
  const [user, file] = await Promise.all([users.byId(scope.userId), objects.get(latest.figuresKey)])
  const figures = file && parseReport(new TextDecoder().decode(file))
  return figures?.ok && figures.value.locale === user?.locale ? latest : undefined
}
