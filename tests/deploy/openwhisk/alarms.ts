import { type Json, Refused, type Store } from './store.ts'

/** The alarms package: `/whisk.system/alarms/alarm`, told by an action's parameters. */
export class Alarms {
  readonly set = new Map<string, Json>()
  readonly #store: Store
  readonly #key: string

  constructor(store: Store, key: string) {
    this.#store = store
    this.#key = key
  }

  ask({ lifecycleEvent, triggerName, authKey, ...rest }: Json): Json {
    const [, namespace, name = ''] = String(triggerName).split('/')
    if (namespace !== this.#store.namespace) throw new Refused(400, `no trigger is called ${triggerName}`)
    if (authKey !== this.#key) throw new Refused(401, 'The supplied authentication is invalid.')
    const there = this.set.get(name)
    if (lifecycleEvent !== 'CREATE' && !there) throw new Refused(404, `trigger ${name} could not be found`)
    switch (lifecycleEvent) {
      case 'CREATE':
        return this.#create(name, rest)
      case 'READ':
        return { config: there, status: { active: true } }
      case 'DELETE':
        this.set.delete(name)
        return {}
      default:
        throw new Refused(400, `unknown lifecycleEvent ${lifecycleEvent}`)
    }
  }

  #create(name: string, params: Json): Json {
    if (this.set.has(name)) throw new Refused(409, `trigger ${name} already exists`)
    if (!this.#store.triggers.has(name)) throw new Refused(404, `trigger ${name} does not exist`)
    const { cron, timezone, trigger_payload, ...strange } = params
    if (Object.keys(strange).length > 0) throw new Refused(400, `unknown parameters ${Object.keys(strange)}`)
    if (!/^(\S+ ){4,5}\S+$/.test(String(cron))) throw new Refused(400, 'cron is not of five or six fields')
    if (!isZone(timezone)) throw new Refused(400, `unknown time zone ${timezone}`)
    if (typeof trigger_payload !== 'string') throw new Refused(400, 'trigger_payload is no text')
    JSON.parse(trigger_payload)
    this.set.set(name, params)
    return { status: 'success' }
  }
}

function isZone(name: unknown): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(name) }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
