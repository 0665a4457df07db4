import { readFileSync, writeFileSync } from 'node:fs'
import type { Route } from '../../functions/api/route.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'

const file = 'serverless.yml'
/** Who is called from outside, by action. */
export const web = { ...table, site }
export type Web = keyof typeof web

/** Actions that only triggers and other actions call: they have no route and are not web-exported. */
export const internal = ['housekeeping', 'report-tick', 'report-job', 'alert-tick'] as const
export type Internal = (typeof internal)[number]

/** Actions that call others, and therefore get a key to the host. */
const dispatchers: readonly (Web | Internal)[] = ['reports', 'report-tick']

/** Megabytes and seconds, where they differ from what the provider section says. */
const limits: { readonly [Name in Web | Internal]?: { memory?: number; timeout?: number } } = {
  housekeeping: { timeout: 300 },
  'report-tick': { timeout: 120 },
  'alert-tick': { timeout: 300 },
  // it draws, and has as long as the host gives anybody
  'report-job': { memory: 512, timeout: 300 },
}

/** An action that is called by the clock: five fields of cron in a time zone, and what the action is told. */
export interface Alarm {
  readonly name: string
  readonly action: Internal
  readonly cron: string
  readonly timeZone: string
  readonly payload: { readonly [field: string]: string }
}

/** What OpenWhisk's alarms, Knative's PingSources and CronJobs are made from. */
export const alarms: readonly Alarm[] = [
  {
    name: 'housekeeping',
    action: 'housekeeping',
    cron: '17 3 * * *',
    timeZone: 'UTC',
    payload: { event: 'housekeeping' },
  },
  // weekly and monthly ones alike; every zone has its own nine o'clock, and some are a quarter of an hour apart
  {
    name: 'reports',
    action: 'report-tick',
    cron: '*/15 * * * *',
    timeZone: 'UTC',
    payload: { event: 'reports' },
  },
  {
    name: 'alerts',
    action: 'alert-tick',
    cron: '*/5 * * * *',
    timeZone: 'UTC',
    payload: { event: 'alerts' },
  },
]

/** What is made, by the line that stands before it; after each stands the same last line. */
const parts = {
  '  # made by npm run build: change scripts/build/serverless.ts, not this': triggersPart,
  '  # made from the route table by npm run build: change functions/api/, not this': functionsPart,
}
const end = '  # end of what is made'

function triggersPart(): readonly string[] {
  return [
    '  triggers:',
    ...alarms.flatMap(({ name, cron, timeZone, payload }) => [
      `    outlay-${name}:`,
      '      feed: /whisk.system/alarms/alarm',
      '      feed_parameters:',
      `        cron: '${cron}'`,
      `        timezone: ${timeZone}`,
      `        trigger_payload: '${JSON.stringify(payload)}'`,
    ]),
  ]
}

function functionsPart(): readonly string[] {
  const exported = Object.entries(web).flatMap(([name, feature]) => [
    ...action(name),
    '    annotations:',
    '      raw-http: true',
    '      web-custom-options: true',
    '      require-whisk-auth: false',
    ...(isDispatcher(name) ? ['      provide-api-key: true'] : []),
    '    events:',
    ...Object.values<Route>(feature).map(
      ({ method, path }) => `      - http: { method: ${method.toLowerCase()}, path: '${path}', resp: http }`,
    ),
  ])
  return [...exported, ...internal.flatMap((name) => [...action(name), ...keyOf(name), ...eventsOf(name)])]
}

/** The plugin puts the settings where `env` is. */
function action(name: string): readonly string[] {
  const { memory, timeout } = limits[name as keyof typeof limits] ?? {}
  return [
    `  ${name}:`,
    `    name: outlay/${name}`,
    `    handler: dist/actions/${name}.main`,
    ...(memory ? [`    memory: ${memory}`] : []),
    ...(timeout ? [`    timeout: ${timeout}`] : []),
    `    package: { artifact: dist/actions/${name}.zip }`,
    '    parameters: { env: bound when it is deployed }',
  ]
}

const isDispatcher = (name: string): boolean => dispatchers.some((one) => one === name)

const keyOf = (name: Internal): readonly string[] =>
  isDispatcher(name) ? ['    annotations: { provide-api-key: true }'] : []

function eventsOf(name: Internal): readonly string[] {
  const calls = alarms.filter(({ action }) => action === name)
  const events = calls.map(({ name }) => `      - trigger: { name: outlay-${name}, rule: outlay-${name}-rule }`)
  return events.length > 0 ? ['    events:', ...events] : []
}

/** Puts the part into serverless.yml; false when it stood there already. */
export function writeFunctions(): boolean {
  const now = readFileSync(file, 'utf8')
  const next = withFunctions(now)
  if (next === now) return false
  writeFileSync(file, next)
  return true
}

/** One sentence when serverless.yml does not say what the route table says. */
export function isStale(): string | undefined {
  const now = readFileSync(file, 'utf8')
  return withFunctions(now) === now ? undefined : 'serverless.yml is stale: run npm run build and commit it.'
}

function withFunctions(text: string): string {
  return Object.entries(parts).reduce((whole, [begin, make]) => {
    const from = whole.indexOf(begin)
    const to = whole.indexOf(end, from)
    if (from < 0 || to < from) throw new Error(`${file} has lost the two marks around what is made.`)
    return [whole.slice(0, from) + begin, ...make(), whole.slice(to)].join('\n')
  }, text)
}
