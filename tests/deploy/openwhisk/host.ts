import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { answerOf, complaint, type Incoming, type Outgoing, paramsOf } from '../../../functions/host/controller.ts'
import { Alarms } from './alarms.ts'
import { Containers } from './containers.ts'
import { targetOf } from './gateway.ts'
import { speak } from './speak.ts'
import { type Json, type Kind, kinds, Refused, runtimes, Store } from './store.ts'

/** One call of the API that deploys, without the code of actions. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface OpenWhisk {
  /** `http://127.0.0.1:<port>` */
  readonly apihost: string
  readonly auth: string
  readonly namespace: string
  readonly store: Store
  readonly alarms: Alarms
  readonly heard: Heard[]
  /** Where the gateway serves the API with this base path. */
  readonly gateway: string
  /** From now on calls whose method and path match are refused so; undefined for none. */
  refuse(these: { readonly call: RegExp; readonly status: number; readonly error: string } | undefined): void
  /** Lets an alarm go off: by trigger and rules to the actions. Answers what they did. */
  fire(trigger: string): Promise<readonly Json[]>
  /** What the actions have written. */
  output(): Promise<string>
  stop(): Promise<void>
}

/**
 * Stands in for a host that cannot be run here: the API that a deploy uses, strict about what it is sent, the alarms
 * package, and a gateway that runs what was deployed in containers of the imitated runtime.
 */
export async function startOpenWhisk(namespace = 'guest'): Promise<OpenWhisk> {
  const auth = '23bc46b1-71f6-4ed5-8c54-816aa4f8c502:0123456789abcdefghijklmnopqrstuv'
  const tenant = '/api/23bc46b1-71f6'
  const store = new Store(namespace)
  const alarms = new Alarms(store, auth)
  const containers = new Containers(() => ({ apihost, auth, namespace }))
  const heard: Heard[] = []
  let refusal: Parameters<OpenWhisk['refuse']>[0]

  const server = speak(async (incoming) => {
    const { method, path } = incoming
    if (path.startsWith(`${tenant}/`)) return throughGateway(incoming)
    if (method === 'GET' && path === '/') return json(200, about)
    const body = incoming.body.length > 0 ? JSON.parse(incoming.body.toString()) : undefined
    heard.push({ method, path: `${path}${incoming.query ? `?${incoming.query}` : ''}`, body })
    try {
      if (refusal?.call.test(`${method} ${path}`)) throw new Refused(refusal.status, refusal.error)
      if (headerOf(incoming, 'authorization') !== `Basic ${Buffer.from(auth).toString('base64')}`) {
        throw new Refused(401, 'The supplied authentication is invalid.')
      }
      return json(200, await ask(method, path, new URLSearchParams(incoming.query), body))
    } catch (error) {
      if (error instanceof Refused) return json(error.status, { error: error.message, code: 'x' })
      throw error
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const apihost = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function ask(method: string, path: string, query: URLSearchParams, body: Json): Promise<unknown> {
    if (path === '/api/v1/namespaces') return [namespace]
    const [, call] = /^\/api\/v1\/web\/whisk\.system\/apimgmt\/(\w+)$/.exec(path) ?? []
    if (call) return manageApi(`${method} ${call}`, query, body)
    const [, space, kind, name] =
      /^\/api\/v1\/namespaces\/([^/]+)\/(\w+)(?:\/(.+))?$/.exec(decodeURIComponent(path)) ?? []
    if (space === 'whisk.system' && method === 'POST' && kind === 'actions' && name === 'alarms/alarm') {
      return { activationId: 'a1', response: { success: true, status: 'success', result: alarms.ask(body) } }
    }
    if (space !== namespace && space !== '_') throw new Refused(403, 'The supplied authentication is not authorized.')
    if (!isKind(kind)) throw new Refused(404, 'The requested resource does not exist.')
    return askFor(method, kind, name, query, body)
  }

  async function askFor(method: string, kind: Kind, name: string | undefined, query: URLSearchParams, body: Json) {
    if (name === undefined) {
      return store.list(kind, { limit: Number(query.get('limit') ?? 30), skip: Number(query.get('skip') ?? 0) })
    }
    if (method === 'PUT') return store.put(kind, name, body, query.get('overwrite') === 'true')
    if (method === 'DELETE') return store.delete(kind, name)
    if (method === 'POST' && kind === 'rules') {
      store.rules.set(name, { ...store.get('rules', name), status: body.status })
      return {}
    }
    if (method === 'POST' && kind === 'actions') {
      const action = store.get('actions', name)
      if (query.get('blocking') === 'true')
        return { response: { result: (await containers.run(name, action, body)).result } }
      void containers.run(name, action, body)
      return { activationId: 'a2' }
    }
    return store.get(kind, name)
  }

  function manageApi(call: string, query: URLSearchParams, body: Json): unknown {
    if (call === 'POST createApi') {
      const { swagger } = Object(body.apidoc)
      const basePath = String(swagger.basePath)
      const gwApiUrl = `${apihost}${tenant}${basePath === '/' ? '' : basePath}`
      for (const operations of Object.values(Object(swagger.paths))) {
        for (const operation of Object.values(Object(operations))) {
          const { url, namespace: place, package: home, action } = Object(operation)['x-openwhisk']
          if (url !== `${apihost}/api/v1/web/${place}/${home}/${action}.http`) throw new Refused(400, `bad url ${url}`)
          store.get('actions', `${home}/${action}`)
        }
      }
      store.apis.set(basePath, { gwApiUrl, apidoc: swagger })
      return store.apis.get(basePath)
    }
    const wanted = query.get('basepath')
    if (call === 'GET getApi') {
      const found = [...store.apis].filter(([basePath]) => wanted === null || basePath === wanted)
      return { apis: found.map(([, value]) => ({ value })) }
    }
    if (call !== 'DELETE deleteApi') throw new Refused(404, 'The requested resource does not exist.')
    if (!store.apis.delete(wanted ?? '')) throw new Refused(404, 'API not found')
    return {}
  }

  async function throughGateway(incoming: Incoming): Promise<Outgoing> {
    const swagger = Object(store.apis.get('/')).apidoc
    const target = swagger && targetOf(swagger, incoming.method, incoming.path.slice(tenant.length) || '/')
    const own = `${apihost}/api/v1/web/${namespace}/`
    if (!target?.startsWith(own)) return complaint(404, 'Not found.')
    const [, name = '', path = ''] = /^([\w-]+\/[\w-]+)\.http(.*)$/.exec(target.slice(own.length)) ?? []
    const action = store.actions.get(name)
    if (!action || !annotated(action, 'web-export')) return complaint(404, 'The requested resource does not exist.')
    const { status, result } = await containers.run(name, action, paramsOf({ ...incoming, path }))
    return status === 200 ? answerOf(result) : complaint(502, 'The action did not produce a valid response.')
  }

  return {
    apihost,
    auth,
    namespace,
    store,
    alarms,
    heard,
    gateway: `${apihost}${tenant}`,
    refuse: (these) => {
      refusal = these
    },
    async fire(trigger) {
      const payload = JSON.parse(String(alarms.set.get(trigger)?.trigger_payload ?? ''))
      const done: Json[] = []
      for (const { status, trigger: of, action } of store.rules.values()) {
        if (status !== 'active' || Object(of).name !== trigger) continue
        const name = `${String(Object(action).path).split('/')[1]}/${Object(action).name}`
        done.push(Object((await containers.run(name, store.get('actions', name), payload)).result))
      }
      return done
    },
    output: () => containers.output(),
    async stop() {
      await containers.stop()
      server.closeAllConnections()
      server.close()
    },
  }
}

const about = { description: 'OpenWhisk', runtimes: { nodejs: runtimes.map((kind) => ({ kind })) } }

const isKind = (name: string | undefined): name is Kind => (kinds as readonly (string | undefined)[]).includes(name)

const annotated = ({ annotations }: Json, key: string): boolean =>
  Array.isArray(annotations) && annotations.some((pair) => pair.key === key && pair.value === true)

const headerOf = ({ headers }: Incoming, wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1]

const json = (status: number, body: unknown): Outgoing => ({
  status,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify(body),
})
