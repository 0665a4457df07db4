import * as assert from 'uvu/assert'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'
import { answerOf, type Incoming } from '../../functions/host/controller.ts'
import { gatewayOf } from '../../functions/host/gateway.ts'
import { type Answer, bytesOf, type Call } from '../support/client.ts'
import { check } from '../support/openapi.ts'
import { type Container, startContainer, zipped } from '../support/runtime.ts'
import { sqliteFolder } from '../support/sqlite-folder.ts'
import { paramsBy, type Shape } from './shapes.ts'

type Texts = { readonly [name: string]: string }

/** Every action warm in a container of its own, called by one kind of host. */
export class Containers {
  readonly #warm = new Map<string, Container>()
  readonly #shape: Shape
  readonly #env: Texts
  readonly runs = new Map<string, number>()

  constructor(shape: Shape, env: Texts) {
    this.#shape = shape
    this.#env = env
  }

  /** Asks as over HTTP; what comes back is held to the API document. */
  readonly call: Call = async (method, path, { token, body, headers = {} } = {}) => {
    const [place = '', query = ''] = path.split('?')
    const name = action(place) ?? ''
    const answer = await this.#run(name, {
      method,
      path: place,
      query,
      headers: [
        ['host', 'outlay.example'],
        ['x-forwarded-for', somewhere()],
        ...(body === undefined ? [] : [['content-type', 'application/json'] as const]),
        ...(token === undefined ? [] : [['authorization', `Bearer ${token}`] as const]),
        ...Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ],
      body: bytesOf(body),
    })
    if (place.startsWith('/v1/')) check({ ...answer, method, path: place })
    return answer
  }

  /** What all of them have written. */
  output(): string {
    return [...this.#warm.values()].map((container) => container.output()).join('')
  }

  stop(): void {
    for (const container of this.#warm.values()) container.stop()
  }

  async #run(name: string, incoming: Incoming): Promise<Answer> {
    const container = await this.#container(name)
    this.runs.set(name, (this.runs.get(name) ?? 0) + 1)
    const bound = this.#shape === 'OpenWhisk' ? { env: JSON.stringify(this.#env) } : {}
    const { status, result } = await container.run({ ...bound, ...paramsBy[this.#shape](incoming) })
    assert.is(status, 200, `${name}: ${JSON.stringify(result)}`)
    const { status: answered, headers, body } = answerOf(result)
    const named = Object.fromEntries(headers.map(([header, value]) => [header.toLowerCase(), value]))
    const text = body.toString()
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(named['content-type'] ?? '')
    return { status: answered, headers: named, body: text === '' ? undefined : isJson ? JSON.parse(text) : text }
  }

  async #container(name: string): Promise<Container> {
    const warm = this.#warm.get(name)
    if (warm) return warm
    // OpenWhisk binds settings to a parameter, Code Engine puts them into the environment
    const own = this.#shape === 'OpenWhisk' ? {} : this.#env
    const started = await startContainer({ OUTLAY_SQLITE: sqliteFolder(), ...own })
    this.#warm.set(name, started)
    const { status, result } = await started.init(zipped(name))
    assert.is(status, 200, `${name}: ${JSON.stringify(result)}`)
    return started
  }
}

const action = gatewayOf({ ...table, site })

let callers = 0
/** Nobody is limited for what another one does. */
function somewhere(): string {
  callers += 1
  return `203.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`
}
