import type { UserView } from '../../functions/api/users.ts'
import type { Keeping } from '../offline/begin.ts'
import type { Desk } from './state.ts'

/** What of a person stays in this browser between visits, and for a time without a network. */
export interface Offline {
  readonly begin: (user: UserView) => Promise<unknown>
  /** What is being kept; absent where a browser keeps nothing. */
  readonly keeping: () => Promise<Keeping | undefined>
  /** Keeps nothing any more, and what is kept as it is. */
  readonly stop: () => Promise<void>
  /** Who was here last; absent where nothing is kept. */
  readonly recall: () => Promise<UserView | undefined>
  /** Stops, and wipes what was seen; with `all` what waits to be sent, too. */
  readonly forget: (all: boolean) => Promise<unknown>
}

type Part = typeof import('../offline/begin.ts')

/** Where a browser keeps nothing, all works as long as there is a network. */
const by = <T>(act: (part: Part) => Promise<T>) =>
  import('../offline/begin.ts').then(act).catch((): undefined => undefined)

export function offlineFor(desk: () => Desk): Offline {
  let keeping: Promise<Keeping | undefined> | undefined

  async function stop(): Promise<void> {
    const before = keeping
    keeping = undefined
    ;(await before)?.stop()
  }

  return {
    stop,
    begin: async (user) => {
      // one at a time, whoever is here
      const stopped = stop()
      keeping = stopped.then(() => by(({ begin }) => begin(desk(), user)))
      await keeping
    },
    keeping: async () => keeping,
    recall: () => by(({ recall }) => recall()),
    forget: async (all) => {
      await stop()
      await by(({ forget }) => forget(all))
    },
  }
}
