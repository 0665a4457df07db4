import { offer } from './app.ts'
import { dashboard } from './pages/dashboard.ts'
import { arrive, load, loadFor } from './state/load.ts'
import { onOpen } from './state/screen.ts'

// What somebody who is logged in sees first. The other parts of the inside offer their pages from here on, so that what
// they share with it is one piece and not one for each combination of parts.
export function offerInside(more: Parameters<typeof offer>[0]): void {
  offer(more, arrive)
}

/** For parts that come with it: what they share with the inside is one piece, too. */
export { load }

offerInside({ '/': dashboard })
onOpen(loadFor)
