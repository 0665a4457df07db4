import { readFileSync, writeFileSync } from 'node:fs'
import type { Route } from '../../functions/api/route.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'

const file = 'serverless.yml'
const begin = '  # made from the route table by npm run build: change functions/api/, not this'
const end = '  # end of what is made'

/** Who is called from outside, by action. */
const web = { ...table, site }
type Web = keyof typeof web

/** Actions that only triggers and other actions call: they have no route and are not web-exported. */
const internal = ['housekeeping'] as const

/** Megabytes and seconds, where they differ from what the provider section says. */
const limits: { readonly [Name in Web | (typeof internal)[number]]?: { memory?: number; timeout?: number } } = {
  housekeeping: { timeout: 300 },
}

/** The `functions:` part as it should stand between the two marks. */
export function functionsPart(): string {
  const exported = Object.entries(web).flatMap(([name, feature]) => [
    ...action(name),
    '    annotations:',
    '      raw-http: true',
    '      web-custom-options: true',
    '    events:',
    ...Object.values<Route>(feature).map(
      ({ method, path }) => `      - http: { method: ${method.toLowerCase()}, path: '${path}', resp: http }`,
    ),
  ])
  return [begin, ...exported, ...internal.flatMap((name) => [...action(name), ...onAlarm(name)]), end].join('\n')
}

function action(name: string): readonly string[] {
  const { memory, timeout } = limits[name as keyof typeof limits] ?? {}
  return [
    `  ${name}:`,
    `    name: outlay/${name}`,
    `    handler: ${name}.main`,
    ...(memory ? [`    memory: ${memory}`] : []),
    ...(timeout ? [`    timeout: ${timeout}`] : []),
    `    package: { artifact: dist/actions/${name}.zip }`,
    `    parameters: { env: '\${env:OUTLAY_ENV}' }`,
  ]
}

const onAlarm = (name: string): readonly string[] => [
  '    events:',
  `      - trigger: { name: outlay-${name}, rule: outlay-${name}-rule }`,
]

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
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${file} has lost the two marks around its functions.`)
  return text.slice(0, from) + functionsPart() + text.slice(to + end.length)
}
