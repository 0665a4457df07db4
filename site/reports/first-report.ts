import { whatIs } from '../state/loaded.ts'
import { make, reportProblem } from '../state/reports.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { toReport } from './acts.ts'

/** Of the running period as it is now, by mail, too; ends where one sees it come. */
export async function firstReport(desk: Desk): Promise<void> {
  const { book, place } = desk.state.get()
  const today = whatIs(book)?.ledger.today
  if (!today) return
  const made = await make(desk, { kind: 'monthly', start: today, mail: true })
  if (!('edition' in made)) say(desk, reportProblem(made))
  else if (desk.state.get().place === place) desk.go(toReport(made))
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from '../inside.ts'
