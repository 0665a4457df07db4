import { monthName } from './days.ts'
import { figure } from './figures.ts'
import { dashboard } from './pages/dashboard.ts'
import { expect, offer } from './parts.ts'
import { arrive, load, loadFor } from './state/load.ts'
import { onOpen } from './state/screen.ts'
import type { Desk } from './state/state.ts'

// What somebody who is logged in sees first, and what nearly every other part needs. Those offer their pages from here
// on, so that what they share is one piece and not one for each combination of parts.
export { dialog } from './components/dialog.ts'
export { titleOf } from './components/entry.ts'
export { field } from './forms/field.ts'
export { form } from './forms/form.ts'
export { refusalText } from './refusals.ts'
export { here } from './state/book.ts'
export { addEntry, open } from './state/screen.ts'
export { write } from './state/write.ts'
export { skip, skipped } from './steps/skipped.ts'
export { todayIn } from './today.ts'

export function offerInside(more: Parameters<typeof offer>[0]): void {
  offer(more, arriveInside)
}

/** Milliseconds in which a page is drawn and seen, as a rule. */
const seenMs = 100

function arriveInside(desk: Desk, isAnother: boolean): void {
  arrive(desk, isAnother)
  // the page is seen before its keys and its charts are asked for
  desk.later(seenMs, () => {
    import('./watch.ts').then(
      ({ watch }) => watch(desk),
      () => {},
    )
    if (desk.state.get().place.path === '/') expect('pictures', 'steps')
  })
}

/** For parts that come with it: what they share with the inside is one piece, too. */
export { load }

offerInside({ '/': dashboard })
// the first of their kind take the platform longest: now, while the server is asked, nobody waits for them, and one after the
// other neither holds up the page
setTimeout(() => monthName('2026-01-01'))
setTimeout(() => figure('0.00', { currency: 'EUR' }))
onOpen(loadFor)
