import { listen } from '../entries/long-list.ts'
import { offerInside } from '../inside.ts'
import { filterIn } from '../state/filter.ts'
import { readList, seenDays } from '../state/list.ts'
import { askBy } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import { entries } from './entries.ts'

askBy({
  // what is in sight, and what a list has grown to, stays so when it loads again
  entries: (api, state) => {
    const rows = [...(whatIs(state.entries)?.rows.values() ?? [])].flat()
    return readList(api, filterIn(state.place.query), seenDays(state), rows.length)
  },
})
offerInside({ '/entries': entries })
import('../entries/steps.ts').then(({ keyed }) => listen(keyed)).catch(() => {})
