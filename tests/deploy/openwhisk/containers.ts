import { type Container, type Ran, startContainer } from '../../support/runtime.ts'
import type { Json } from './store.ts'

/** Warm containers by action and version, as a host keeps them: a new version starts in a new one. */
export class Containers {
  readonly #warm = new Map<string, Promise<Container>>()

  readonly #host: () => { readonly apihost: string; readonly auth: string; readonly namespace: string }

  constructor(host: () => { readonly apihost: string; readonly auth: string; readonly namespace: string }) {
    this.#host = host
  }

  async run(name: string, action: Json, params: Json): Promise<Ran> {
    const container = await this.#containerOf(name, action)
    const { apihost, auth, namespace } = this.#host()
    const annotations = Array.isArray(action.annotations) ? action.annotations : []
    const hasKey = annotations.some(({ key, value }) => key === 'provide-api-key' && value === true)
    const context = { action_name: `/${namespace}/${name}`, api_host: apihost, ...(hasKey && { api_key: auth }) }
    const bound = Array.isArray(action.parameters) ? action.parameters.map(({ key, value }) => [key, value]) : []
    return container.run({ ...Object.fromEntries(bound), ...params }, context)
  }

  /** What all have written. */
  async output(): Promise<string> {
    const containers = await Promise.all(this.#warm.values())
    return containers.map((container) => container.output()).join('')
  }

  async stop(): Promise<void> {
    for (const container of await Promise.allSettled(this.#warm.values())) {
      if (container.status === 'fulfilled') container.value.stop()
    }
  }

  #containerOf(name: string, action: Json): Promise<Container> {
    const key = `${name}@${action.version}`
    const warm = this.#warm.get(key) ?? start(name, action)
    this.#warm.set(key, warm)
    return warm
  }
}

async function start(name: string, { exec }: Json): Promise<Container> {
  const { main, code } = Object(exec)
  const container = await startContainer({ LOG: 'on' })
  const { status, result } = await container.init({ name, main, code, binary: true, env: {} })
  if (status === 200) return container
  container.stop()
  throw new Error(`${name}: ${JSON.stringify(result)}`)
}
