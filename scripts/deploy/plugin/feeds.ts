import { unless404 } from './reading.ts'
import type { Feed, OpenWhisk } from './tool.ts'

/**
 * Binds the alarms, which the published plugin forgets: it makes trigger and rule, and nothing ever fires. One that is
 * there already is taken down first, for an alarm cannot be written over.
 */
export async function bindFeeds(ow: OpenWhisk, feeds: readonly Feed[]): Promise<void> {
  for (const feed of feeds) {
    await unless404(ow.feeds.delete(placeOf(feed)))
    await ow.feeds.create(structuredClone(feed))
  }
}

/** One sentence per alarm that is not set as it should be, by what the alarms package itself says. */
export async function faultsOfFeeds(ow: OpenWhisk, feeds: readonly Feed[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const feed of feeds) {
    const { response } = await ow.feeds.get(placeOf(feed))
    const { config, status } = Object(response?.result)
    const wrong = ['cron', 'timezone'].filter((name) => Object(config)[name] !== feed.params[name])
    if (wrong.length > 0) faults.push(`The alarm of ${feed.trigger} has another ${wrong.join(' and ')}.`)
    if (Object(status).active !== true) faults.push(`The alarm of ${feed.trigger} is not active.`)
  }
  return faults
}

/** By the name of a trigger: what `remove` is told is not what `deploy` has compiled. */
export const alarmOf = (namespace: string, trigger: string): Omit<Feed, 'params'> => ({
  trigger: `/${namespace}/${trigger}`,
  feedName: 'alarms/alarm',
  namespace: 'whisk.system',
})

const placeOf = ({ trigger, feedName, namespace }: Feed): Omit<Feed, 'params'> => ({ trigger, feedName, namespace })
