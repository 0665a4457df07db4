/** A refusal as OpenWhisk's API says it. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, error: string) {
    super(error)
    this.status = status
  }
}

export type Json = { readonly [name: string]: unknown }

/** What a namespace holds, by the names in its addresses: `package/action` for an action in a package. */
export class Store {
  readonly namespace: string
  readonly packages = new Map<string, Json>()
  readonly actions = new Map<string, Json>()
  readonly triggers = new Map<string, Json>()
  readonly rules = new Map<string, Json>()
  readonly apis = new Map<string, Json>()

  constructor(namespace: string) {
    this.namespace = namespace
  }

  put(kind: Kind, name: string, body: Json, overwrite: boolean): Json {
    const there = this[kind].get(name)
    if (there && !overwrite) throw new Refused(409, 'resource already exists')
    checks[kind](this, name, body)
    const [own = '', home] = name.split('/').reverse()
    const made = {
      annotations: [],
      parameters: [],
      ...there,
      ...body,
      name: own,
      namespace: home ? `${this.namespace}/${home}` : this.namespace,
      version: versionAfter(there),
    }
    this[kind].set(name, kind === 'rules' ? { ...made, status: there?.status ?? 'active', ...pathsOf(body) } : made)
    return this.get(kind, name)
  }

  get(kind: Kind, name: string): Json {
    const found = this[kind].get(name)
    if (!found) throw new Refused(404, 'The requested resource does not exist.')
    return kind === 'packages' ? { ...found, actions: this.#actionsIn(name) } : found
  }

  /** At most 200 at a time, 30 unless asked; without code and parameters, as the real one lists. */
  list(kind: Kind, { limit = 30, skip = 0 }: { readonly limit?: number; readonly skip?: number }): readonly Json[] {
    if (limit > 200) throw new Refused(400, `The value '${limit}' is not in the range of 0 to 200 for list results.`)
    const all = [...this[kind].values()].map(({ exec: _, parameters: __, ...rest }) => rest)
    return all.slice(skip, skip + (limit || 200))
  }

  delete(kind: Kind, name: string): Json {
    const found = this.get(kind, name)
    if (kind === 'packages' && this.#actionsIn(name).length > 0) {
      throw new Refused(409, `Package not empty (contains ${this.#actionsIn(name).length} entities)`)
    }
    this[kind].delete(name)
    return found
  }

  #actionsIn(name: string): readonly Json[] {
    return [...this.actions].filter(([path]) => path.startsWith(`${name}/`)).map(([, { exec: _, ...rest }]) => rest)
  }
}

export const kinds = ['packages', 'actions', 'triggers', 'rules'] as const
export type Kind = (typeof kinds)[number]

export const runtimes = ['nodejs:18', 'nodejs:20'] as const

const versionAfter = (there: Json | undefined): string =>
  `0.0.${Number(String(there?.version ?? '0.0.0').slice(4)) + 1}`

const pathsOf = ({ trigger, action }: Json) => ({ trigger: named(trigger), action: named(action) })

function named(path: unknown): Json {
  const [, namespace = '', ...rest] = String(path).split('/')
  return { path: [namespace, ...rest.slice(0, -1)].join('/'), name: rest.at(-1) }
}

function malformed(why: string): never {
  throw new Refused(400, `The request content was malformed:\n${why}`)
}

/** Stricter than the real one, which passes over fields that it does not know. */
function only(body: Json, ...fields: readonly string[]): void {
  const strange = Object.keys(body).filter((field) => !fields.includes(field))
  if (strange.length > 0) malformed(`unknown fields: ${strange}`)
}

function pairs(value: unknown, what: string): void {
  const isPairs = Array.isArray(value) && value.every((pair) => typeof Object(pair).key === 'string' && 'value' in pair)
  if (!isPairs) malformed(`${what} are not pairs of key and value`)
  if (JSON.stringify(value).length > 1024 * 1024) throw new Refused(413, `The ${what} exceed 1 MB`)
}

const checks: { readonly [K in Kind]: (store: Store, name: string, body: Json) => void } = {
  packages(_, name, body) {
    if (!/^[\w][\w.@-]*$/.test(name)) malformed('name')
    only(body, 'annotations', 'parameters', 'publish')
    if (body.annotations) pairs(body.annotations, 'annotations')
  },
  actions(store, name, body) {
    if (!/^[\w][\w.@-]*(\/[\w][\w.@-]*)?$/.test(name)) malformed('name')
    const home = name.includes('/') ? name.split('/')[0] : undefined
    if (home && !store.packages.has(home)) throw new Refused(404, 'The requested resource does not exist.')
    only(body, 'exec', 'limits', 'annotations', 'parameters')
    const exec = Object(body.exec)
    if (!(runtimes as readonly string[]).includes(exec.kind)) malformed(`kind '${exec.kind}' not in Set(${runtimes})`)
    if (typeof exec.main !== 'string' || typeof exec.code !== 'string') malformed('exec has no main or no code')
    if (!Buffer.from(exec.code, 'base64').subarray(0, 2).equals(Buffer.from('PK'))) malformed('code is no zip')
    const { timeout, memory, concurrency } = Object(body.limits)
    if (!(timeout >= 100 && timeout <= 300_000)) malformed(`timeout ${timeout} ms is not between 100 and 300000`)
    if (!(memory >= 128 && memory <= 512)) malformed(`memory ${memory} MB is not between 128 and 512`)
    if (concurrency !== 1) malformed('concurrency is not allowed')
    pairs(body.annotations, 'annotations')
    pairs(body.parameters, 'parameters')
  },
  triggers(_, name, body) {
    if (!/^[\w][\w.@-]*$/.test(name)) malformed('name')
    only(body, 'annotations', 'parameters', 'feed')
  },
  rules(store, name, body) {
    if (!/^[\w][\w.@-]*$/.test(name)) malformed('name')
    only(body, 'trigger', 'action', 'status')
    const tail = (path: unknown, kind: string) => {
      const [, namespace, ...rest] = String(path).split('/')
      if (!String(path).startsWith('/') || namespace !== store.namespace)
        malformed(`${kind} ${path} is in no namespace`)
      return rest.join('/')
    }
    for (const [field, kind] of [
      ['trigger', 'triggers'],
      ['action', 'actions'],
    ] as const) {
      if (!store[kind].has(tail(body[field], field))) throw new Refused(404, `${field} does not exist`)
    }
  },
}
