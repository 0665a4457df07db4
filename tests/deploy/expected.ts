import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Feature } from '../../functions/api/route.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'
import type { Heard } from './openwhisk/host.ts'
import type { Json } from './openwhisk/store.ts'

// What a deploy has to send, made here from the route table and from nothing that the deploy itself makes.

const open: { readonly [action: string]: Feature } = { ...table, site }
interface Closed {
  readonly timeout: number
  readonly memory: number
  readonly settings: readonly string[]
}
const both = ['OUTLAY_IDENTITY', 'OUTLAY_LEDGER']
const files = ['FILES_SECRET', 'OUTLAY_OBJECTS']
const closed: { readonly [action: string]: Closed } = {
  housekeeping: { timeout: 300_000, memory: 256, settings: [...files, ...both, 'PUBLIC_URL'] },
  'report-job': {
    timeout: 300_000,
    memory: 512,
    settings: [...files, 'MAIL_FROM', ...both, 'OUTLAY_MAIL', 'PUBLIC_URL'],
  },
  'alert-tick': {
    timeout: 300_000,
    memory: 256,
    settings: [...both, 'MAIL_FROM', 'OUTLAY_MAIL', 'PUBLIC_URL'],
  },
  'report-tick': { timeout: 120_000, memory: 256, settings: ['OUTLAY_IDENTITY', 'OUTLAY_JOBS'] },
}
const alarms: { readonly [trigger: string]: { readonly action: string; readonly params: Json } } = {
  'outlay-housekeeping': {
    action: 'housekeeping',
    params: { cron: '17 3 * * *', timezone: 'UTC', trigger_payload: '{"event":"housekeeping"}' },
  },
  'outlay-alerts': {
    action: 'alert-tick',
    params: { cron: '*/5 * * * *', timezone: 'UTC', trigger_payload: '{"event":"alerts"}' },
  },
  'outlay-reports': {
    action: 'report-tick',
    params: { cron: '*/15 * * * *', timezone: 'UTC', trigger_payload: '{"event":"reports"}' },
  },
}

/** What leads from an alarm to its action. */
export const rules: readonly string[] = Object.keys(alarms).map((trigger) => `${trigger}-rule`)

/** Who hands out tokens has the private key, and nobody else. */
const signing = ['register', 'login', 'profile']
/** By setting, the actions with routes that it is for. */
const uses: { readonly [setting: string]: readonly string[] } = {
  FILES_SECRET: ['reports', 'profile'],
  MAIL_FROM: ['register', 'mail'],
  OUTLAY_IDENTITY: [...signing, 'health', 'mail', 'reports'],
  OUTLAY_JOBS: ['reports'],
  OUTLAY_MAIL: ['register', 'mail'],
  OUTLAY_OBJECTS: ['reports', 'profile'],
  PUBLIC_URL: [...signing, 'mail', 'openapi', 'reports', 'site'],
  TOKEN_PRIVATE_KEY: signing,
}
const ledgerless = ['openapi', 'site']
/** They call others, and get a key to the host. */
const dispatching = ['reports', 'report-tick']

function settingsFor(action: string): readonly string[] {
  const proves = Object.values(open[action] ?? {}).some(({ who }) => who !== 'anyone')
  return [
    ...Object.keys(uses).filter((setting) => uses[setting]?.includes(action)),
    ...(ledgerless.includes(action) ? [] : ['OUTLAY_LEDGER']),
    ...(proves ? ['TOKEN_PUBLIC_KEYS'] : []),
  ].sort()
}

const feed = { key: 'feed', value: '/whisk.system/alarms/alarm' }
const path = (kind: string, name: string) => `/api/v1/namespaces/guest/${kind}/${name}`

/** All that changes something, sorted by address; code is what its zip holds, settings are their names. */
export function expected(apihost: string, stage: string, auth: string): readonly object[] {
  const actions = [
    ...Object.keys(open).map((name) => action(name, { timeout: 60_000, memory: 256, settings: settingsFor(name) })),
    ...Object.entries(closed).map(([name, how]) => action(name, how)),
  ]
  const others = Object.entries(alarms).flatMap(([trigger, { action, params }]) => [
    { method: 'PUT', path: `${path('triggers', trigger)}?overwrite=true`, body: { annotations: [feed] } },
    {
      method: 'PUT',
      path: `${path('rules', `${trigger}-rule`)}?overwrite=true`,
      body: { trigger: `/guest/${trigger}`, action: `/guest/outlay/${action}` },
    },
    { method: 'POST', path: path('rules', `${trigger}-rule`), body: { status: 'active' } },
    ...['DELETE', 'CREATE', 'READ'].map((lifecycleEvent) => ({
      method: 'POST',
      path: '/api/v1/namespaces/whisk.system/actions/alarms/alarm?blocking=true',
      body: {
        lifecycleEvent,
        authKey: auth,
        triggerName: `/guest/${trigger}`,
        ...(lifecycleEvent === 'CREATE' && params),
      },
    })),
  ])
  return [
    {
      method: 'PUT',
      path: `${path('packages', 'outlay')}?overwrite=true`,
      body: { annotations: [{ key: 'stage', value: stage }] },
    },
    ...actions,
    ...others,
    { method: 'POST', path: '/api/v1/web/whisk.system/apimgmt/createApi', body: api(apihost) },
  ].sort(byAddress)
}

const databases = ['kysely', 'libsql', 'mysql2'].map((driver) => `drivers/${driver}.cjs`)
/** They write letters and send them, and one of them draws, too. */
const writing = ['alert-tick', 'mail', 'register', 'report-job']
const mailing = ['letters', 'nodemailer', 'sendgrid-mail'].map((driver) => `drivers/${driver}.cjs`)
/** They put files somewhere, or take them away. */
const filing = ['housekeeping', 'profile', 'report-job', 'reports']
const drawing = [
  'drivers/pictures.cjs',
  'drivers/sheets.cjs',
  'drivers/data/sRGB_IEC61966_2_1.icc',
  'drivers/fonts/Inter-Regular.ttf',
  'drivers/fonts/Inter-SemiBold.ttf',
  'node_modules/@resvg/resvg-wasm/index_bg.wasm',
]

function annotationsOf(name: string): readonly object[] {
  const key = dispatching.includes(name) ? [{ key: 'provide-api-key', value: true }] : []
  if (!(name in open)) return key
  return [
    { key: 'raw-http', value: true },
    { key: 'web-custom-options', value: true },
    { key: 'require-whisk-auth', value: false },
    ...key,
    { key: 'web-export', value: true },
    { key: 'final', value: true },
  ]
}

function action(name: string, { timeout, memory, settings }: Closed) {
  const folder = 'dist/actions'
  const asks = settings.some((one) => both.includes(one))
  const beside = [
    ...(asks ? databases : []),
    ...(settings.includes('OUTLAY_IDENTITY') ? ['drivers/db2.cjs'] : []),
    ...(dispatching.includes(name) ? ['drivers/openwhisk.cjs'] : []),
    ...(writing.includes(name) ? mailing : []),
    ...(filing.includes(name) ? ['drivers/ibm-cos-sdk.cjs'] : []),
    ...(name === 'report-job' ? drawing : []),
  ]
  const files = ['package.json', ...[`${name}.js`, ...beside].map((file) => `${folder}/${file}`)]
  return {
    method: 'PUT',
    path: `${path('actions', `outlay/${name}`)}?overwrite=true`,
    body: {
      exec: { main: 'main', kind: 'nodejs:20', code: { files: files.sort(), main: `${folder}/${name}.js` } },
      limits: { timeout, memory, concurrency: 1 },
      parameters: [{ key: 'env', value: [...settings].sort() }],
      annotations: annotationsOf(name),
    },
  }
}

/** A Swagger 2 document as OpenWhisk's gateway takes it: every route, and where each leads. */
function api(apihost: string) {
  const routes = Object.entries(open).flatMap(([action, feature]) =>
    Object.values(feature).map(({ method, path }) => ({ action, method: method.toLowerCase(), path })),
  )
  const target = (action: string) => `${apihost}/api/v1/web/guest/outlay/${action}.http`
  const id = ({ method, path }: { method: string; path: string }) => `${method}-${path}`.toLowerCase()
  const paths: { [path: string]: { [method: string]: object } } = {}
  for (const route of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const parameters = names.map((name) => ({
      name,
      in: 'path',
      description: `Default description for '${name}'`,
      required: true,
      type: 'string',
    }))
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: {
        operationId: id(route),
        responses: { 200: { description: 'A successful invocation response' } },
        'x-openwhisk': { action: route.action, namespace: 'guest', package: 'outlay', url: target(route.action) },
        ...(parameters.length > 0 && { parameters }),
      },
    }
  }
  const cases = routes.map((route) => ({
    execute: [{ invoke: { 'target-url': `${target(route.action)}$(request.path)`, verb: 'keep' } }],
    operations: [id(route)],
  }))
  const configuration = { cors: { enabled: false }, assembly: { execute: [{ 'operation-switch': { case: cases } }] } }
  const swagger = {
    swagger: '2.0',
    basePath: '/',
    info: { title: 'outlay', version: '1.0' },
    paths,
    'x-ibm-configuration': configuration,
  }
  return { apidoc: { namespace: '_', swagger } }
}

/** What was sent to change something, in the same form. */
export function sent(heard: readonly Heard[]): readonly object[] {
  return heard
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body: legible(body) }))
    .sort(byAddress)
}

function legible(body: unknown): unknown {
  const { exec, parameters, ...rest } = Object(body)
  if (!exec) return body
  const entries = unzipSync(Buffer.from(exec.code, 'base64'))
  const main = JSON.parse(Buffer.from(entries['package.json'] ?? []).toString()).main
  if (Buffer.compare(readFileSync(main), Buffer.from(entries[main] ?? [])) !== 0) throw new Error(`${main} differs`)
  return {
    exec: { ...exec, code: { files: Object.keys(entries).sort(), main } },
    ...rest,
    parameters: parameters.map(({ key, value }: Json) => ({
      key,
      value: Object.keys(JSON.parse(String(value))).sort(),
    })),
  }
}

/** The zips are the smallest part of a deploy, and the only one whose order does not matter. */
const byAddress = (a: Address, b: Address) => (addressOf(a) < addressOf(b) ? -1 : 1)
type Address = { readonly method: string; readonly path: string; readonly body: unknown }
const addressOf = ({ method, path, body }: Address) =>
  `${path} ${method} ${Object(body).lifecycleEvent ?? ''} ${Object(body).triggerName ?? ''}`

/** The values that were bound, by action. */
export function bound(heard: readonly Heard[]): { readonly [action: string]: Json } {
  const puts = heard.filter(({ path, method }) => method === 'PUT' && path.includes('/actions/'))
  return Object.fromEntries(
    puts.map(({ path, body }) => [
      path.replace(/^.*\/outlay\/|\?.*$/g, ''),
      JSON.parse(String(Object(body).parameters[0].value)),
    ]),
  )
}
