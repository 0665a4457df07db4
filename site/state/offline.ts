import type { UserView } from '../../functions/api/users.ts'
import type { Keeping } from '../offline/begin.ts'
import type { Waiting } from '../offline/waiting.ts'
import type { Desk } from './state.ts'

const part = () => import('../offline/begin.ts')

/** What of a person stays in this browser between visits, and for a time without a network. */
export interface Offline {
  readonly begin: (user: UserView) => Promise<void>
  /** Keeps nothing any more, and what is kept as it is. */
  readonly stop: () => Promise<void>
  /** Who was here last; absent where nothing is kept. */
  readonly recall: () => Promise<UserView | undefined>
  /** Sends what waits, if the network is there. */
  readonly send: () => Promise<void>
  readonly drop: (item: Waiting) => Promise<void>
  /** Puts a changed one in its place, and sends it. */
  readonly put: (item: Waiting) => Promise<void>
  /** Stops, and wipes what was seen; with `all` what waits to be sent, too. */
  readonly forget: (all: boolean) => Promise<void>
}

/** Where a browser keeps nothing, all works as long as there is a network. */
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
      await stop()
      keeping = part()
        .then(({ begin }) => begin(desk(), user))
        .catch(() => undefined)
      await keeping
    },
    recall: () =>
      part()
        .then(({ recall }) => recall())
        .catch(() => undefined),
    send: async () => (await keeping)?.send(),
    drop: async (item) => (await keeping)?.drop(item),
    put: async (item) => {
      const kept = await keeping
      await kept?.put(item)
      await kept?.send()
    },
    forget: async (all) => {
      await stop()
      await part()
        .then(({ forget }) => forget(all))
        .catch(() => {})
    },
  }
}
