import { existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { staleKustomize } from '../../scripts/build/kustomize.ts'
import { leaveOut } from '../support/left-out.ts'
import { zipsBuilt } from '../support/zips.ts'
import { podChecks } from './manifests/pod-checks.ts'
import { type Manifest, manifestsIn, rendered, renderer } from './manifests/render.ts'
import { routingFaults } from './manifests/routing.ts'
import { schemaFaults } from './manifests/schema.ts'
import { serviceChecks } from './manifests/service-checks.ts'

const overlays = ['prod', 'per-action', 'plain'] as const
type Overlay = (typeof overlays)[number]
const checks = { ...podChecks, ...serviceChecks }

const made = suite('manifests')

made('that follow from the route table are as it says', async () => {
  const actions = await zipsBuilt()
  const settingsOf = (action: string) => actions.find(({ name }) => name === action)?.settings ?? []

  assert.equal(Object.keys(await staleKustomize(settingsOf)), [], 'run npm run build and commit what it writes')
  assert.equal(
    actions.filter(({ settings }) => settings.includes('TOKEN_PRIVATE_KEY')).map(({ name }) => name),
    ['login', 'profile', 'register'],
  )
})

for (const overlay of overlays) {
  made(`of ${overlay} are what the published schemas say`, async () => {
    const all = rendered(overlay)
    assert.ok(all.length > 5)
    for (const manifest of all) assert.equal(await schemaFaults(manifest), [])
  })

  made(`of ${overlay} hold what no schema says`, () => {
    const all = rendered(overlay)
    for (const [check, faultsOf] of Object.entries(checks)) assert.equal(faultsOf(all), [], check)
  })
}

made('bring every route to its action, where each has a Service', () => {
  assert.equal(routingFaults(rendered('per-action')), [])
})

made('give each action its own settings only, and the program that runs it all of its own', () => {
  const services = rendered('per-action').filter(({ metadata, kind }) => kind === 'Service' && metadata.name !== 'jobs')
  for (const name of ['LOG', 'REQUEST_S', 'TRUSTED_PROXIES']) {
    const [lacking] = services.filter((one) => !JSON.stringify(one).includes(`"configMapKeyRef":{"key":"${name}"`))
    assert.is(lacking?.metadata.name, undefined, name)
  }
  const signing = services.filter((one) => JSON.stringify(one).includes('TOKEN_PRIVATE_KEY'))

  assert.equal(
    signing.map(({ metadata }) => metadata.name),
    ['login', 'profile', 'register'],
  )
})

made('of the migration are sound, too', async () => {
  const [job] = manifestsIn(readFileSync('k8s-fallback/migrate.yaml', 'utf8'))
  const { generateName, ...metadata } = job.metadata
  const named = { ...job, metadata: { ...metadata, name: 'migrate' } }

  assert.is(generateName, 'migrate-')
  assert.equal(await schemaFaults(named), [])
  assert.equal(podChecks['is restricted']?.([named]), [])
  // it runs before the first `apply`: nothing of that is there yet
  assert.not.match(JSON.stringify(job), /serviceAccountName|outlay-settings/)
})

/** By the check that has to notice: what is broken, in which overlay, and what is said of it. */
const breaks: readonly (readonly [check: keyof typeof checks | 'schema' | 'routing', Overlay, Break, RegExp])[] = [
  ['schema', 'prod', (all) => set(all, 'Service api', 'spec.templat', {}), /spec\/templat is no field/],
  ['schema', 'prod', (all) => set(all, 'Service api', podSpec('containerConcurency'), 3), /Concurency is no field/],
  ['schema', 'prod', (all) => set(all, 'Service api', podSpec('timeoutSeconds'), '60'), /must be integer/],
  ['schema', 'prod', (all) => set(all, 'PingSource housekeeping', 'spec.time_zone', 'UTC'), /time_zone is no field/],
  ['schema', 'plain', (all) => set(all, 'Deployment api', 'apiVersion', 'apps/v2'), /no Deployment in apps\/v2/],
  ['schema', 'plain', (all) => set(all, 'Deployment api', container('resource'), {}), /resource is no field/],
  [
    'schema',
    'per-action',
    (all) => set(all, 'HTTPRoute outlay', 'spec.rules.0.matches.0.path.type', 'Regex'),
    /one of/,
  ],
  [
    'is restricted',
    'prod',
    (all) => set(all, 'Service api', container('securityContext.runAsNonRoot'), false),
    /as root/,
  ],
  ['is restricted', 'plain', (all) => set(all, 'Deployment jobs', podSpec('securityContext.runAsUser'), 0), /no user/],
  ['is restricted', 'plain', (all) => set(all, 'CronJob housekeeping', cron('resources.limits'), {}), /all memory/],
  [
    'is restricted',
    'plain',
    (all) => set(all, 'Deployment api', podSpec('volumes'), [{ hostPath: {} }]),
    /node’s files/,
  ],
  [
    'does what there is',
    'prod',
    (all) => set(all, 'Service api', container('env.0.value'), 'apis'),
    /no function apis/,
  ],
  ['does what there is', 'plain', (all) => set(all, 'CronJob housekeeping', cron('args'), []), /cannot run once/],
  [
    'has an image with a registry and a version',
    'prod',
    (all) => set(all, 'Service api', container('image'), 'outlay'),
    /outlay/,
  ],
  [
    'has an image with a registry and a version',
    'plain',
    (all) => set(all, 'Deployment api', container('image'), 'r.example.org/a:latest'),
    /latest/,
  ],
  [
    'is asked the right things',
    'prod',
    (all) => set(all, 'Service api', container('livenessProbe.httpGet.path'), '/readyz'),
    /hangs on/,
  ],
  [
    'is asked the right things',
    'plain',
    (all) => set(all, 'Deployment api', container('readinessProbe.httpGet.port'), 'web'),
    /elsewhere/,
  ],
  [
    'has time to end what it has begun',
    'prod',
    (all) => set(all, 'Service jobs', podSpec('timeoutSeconds'), 300),
    /300 s/,
  ],
  [
    'has time to end what it has begun',
    'plain',
    (all) => set(all, 'Deployment api', podSpec('terminationGracePeriodSeconds'), 30),
    /25 s/,
  ],
  [
    'finds what it refers to',
    'prod',
    (all) => set(all, 'Service api', container('envFrom.0.configMapRef.name'), 'x'),
    /ConfigMap x/,
  ],
  [
    'finds what it refers to',
    'per-action',
    (all) => set(all, 'Service login', podSpec('serviceAccountName'), 'x'),
    /ServiceAccount x/,
  ],
  [
    'finds what it refers to',
    'plain',
    (all) => set(all, 'Deployment api', container('envFrom.1.secretRef.name'), 'x'),
    /Secret x/,
  ],
  [
    'keeps no secret in the repository',
    'prod',
    (all) => set(all, 'ConfigMap outlay-settings', 'data.X', 'mysql://a:b@c/d'),
    /holds a secret/,
  ],
  [
    'keeps no secret in the repository',
    'prod',
    (all) => set(all, 'ConfigMap outlay-settings', 'kind', 'Secret'),
    /holds a secret/,
  ],
  [
    'a clock has a schedule, a zone and data that can be read',
    'prod',
    (all) => set(all, 'PingSource housekeeping', 'spec.schedule', '61 3 * * *'),
    /no schedule/,
  ],
  [
    'a clock has a schedule, a zone and data that can be read',
    'plain',
    (all) => set(all, 'CronJob housekeeping', 'spec.schedule', '17 3 * *'),
    /no schedule/,
  ],
  [
    'a clock has a schedule, a zone and data that can be read',
    'plain',
    (all) => set(all, 'CronJob housekeeping', 'spec.timeZone', 'Berlin'),
    /no zone/,
  ],
  [
    'a clock has a schedule, a zone and data that can be read',
    'prod',
    (all) => set(all, 'PingSource housekeeping', 'spec.data', '"text"'),
    /no JSON object/,
  ],
  [
    'a clock calls a function that there is',
    'prod',
    (all) => set(all, 'PingSource housekeeping', 'spec.sink.ref.name', 'job'),
    /nobody listens/,
  ],
  [
    'a clock calls a function that there is',
    'prod',
    (all) => set(all, 'PingSource housekeeping', 'spec.sink.uri', '/keeping'),
    /no internal function/,
  ],
  [
    'every alarm has its clock',
    'plain',
    (all) => set(all, 'CronJob housekeeping', 'metadata.name', 'x'),
    /no clock for housekeeping/,
  ],
  [
    'a service of Knative stays within what Knative takes',
    'prod',
    (all) => set(all, 'Service jobs', podSpec('timeoutSeconds'), 900),
    /longer than 600/,
  ],
  [
    'a service of Knative stays within what Knative takes',
    'prod',
    (all) => set(all, 'Service jobs', podSpec('containerConcurrency'), 2000),
    /2000 at once/,
  ],
  [
    'a service of Knative is scaled by what is read',
    'prod',
    (all) =>
      set(all, 'Service api', 'spec.template.metadata.annotations', {
        'autoscaling.knative.dev/minScale': '1',
        'autoscaling.knative.dev/max-scale': '3',
      }),
    /minScale/,
  ],
  [
    'a service of Knative is scaled by what is read',
    'prod',
    (all) =>
      set(all, 'Service api', 'spec.template.metadata.annotations', {
        'autoscaling.knative.dev/min-scale': 'zero',
        'autoscaling.knative.dev/max-scale': '3',
      }),
    /"zero" means nothing/,
  ],
  [
    'a service of Knative is scaled by what is read',
    'prod',
    (all) =>
      set(all, 'Service api', 'spec.template.metadata.annotations', {
        'autoscaling.knative.dev/min-scale': '4',
        'autoscaling.knative.dev/max-scale': '3',
      }),
    /from 4 to 3/,
  ],
  [
    'a service of Knative is scaled by what is read',
    'prod',
    (all) => set(all, 'Service api', 'metadata.annotations', { 'autoscaling.knative.dev/min-scale': '4' }),
    /nobody reads/,
  ],
  [
    'the internal functions are reached from inside only',
    'prod',
    (all) => set(all, 'Service jobs', 'metadata.labels', {}),
    /the world/,
  ],
  [
    'the internal functions are reached from inside only',
    'prod',
    (all) => set(all, 'DomainMapping outlay.example.org', 'spec.ref.name', 'jobs'),
    /the world/,
  ],
  [
    'the internal functions are reached from inside only',
    'plain',
    (all) => set(all, 'Service jobs', 'spec.type', 'LoadBalancer'),
    /the world/,
  ],
  [
    'a domain leads to a service, and is claimed',
    'prod',
    (all) => set(all, 'DomainMapping outlay.example.org', 'spec.ref.name', 'web'),
    /no web/,
  ],
  [
    'a domain leads to a service, and is claimed',
    'prod',
    (all) => set(all, 'ClusterDomainClaim outlay.example.org', 'metadata.name', 'x'),
    /not claimed/,
  ],
  [
    'what chooses pods finds some',
    'prod',
    (all) => set(all, 'PodDisruptionBudget api', 'spec.selector.matchLabels', { a: 'b' }),
    /chooses nothing/,
  ],
  [
    'what chooses pods finds some',
    'plain',
    (all) => set(all, 'Service api', 'spec.selector', { a: 'b' }),
    /chooses nothing/,
  ],
  [
    'what scales or leads on names what there is',
    'plain',
    (all) => set(all, 'HorizontalPodAutoscaler api', 'spec.scaleTargetRef.name', 'x'),
    /scales nothing/,
  ],
  [
    'what scales or leads on names what there is',
    'plain',
    (all) => set(all, 'HorizontalPodAutoscaler api', 'spec.minReplicas', 50),
    /backwards/,
  ],
  [
    'what scales or leads on names what there is',
    'plain',
    (all) => set(all, 'Ingress outlay', 'spec.rules.0.http.paths.0.backend.service.name', 'x'),
    /leads to no x/,
  ],
  [
    'routing',
    'per-action',
    (all) => set(all, 'HTTPRoute outlay', 'spec.rules.0.matches.0.path.value', '/v1/people'),
    /\/v1\/users leads to site/,
  ],
  ['routing', 'per-action', (all) => set(all, 'Service payees', 'metadata.name', 'x'), /payees leads to payees/],
]

const noticing = suite('a broken manifest')

noticing('is noticed, whatever is broken', async () => {
  const whole = Object.fromEntries(overlays.map((overlay) => [overlay, rendered(overlay)]))
  for (const [check, overlay, broken, said] of breaks) {
    const all = structuredClone(whole[overlay] ?? [])
    broken(all)
    const faults = await faultsOf(String(check), all)
    assert.ok(
      faults.some((fault) => said.test(fault)),
      `${check}: ${said}, but was told ${faults}`,
    )
  }
})

noticing('has every check to fear', () => {
  const tried = new Set<string>(breaks.map(([check]) => String(check)))
  assert.equal(
    Object.keys(checks).filter((check) => !tried.has(check)),
    [],
  )
})

async function faultsOf(check: string, all: readonly Manifest[]): Promise<readonly string[]> {
  if (check === 'routing') return routingFaults(all)
  if (check === 'schema') return (await Promise.all(all.map(schemaFaults))).flat()
  return checks[check]?.(all) ?? []
}

type Break = (all: readonly Manifest[]) => void

const podSpec = (path: string) => `spec.template.spec.${path}`
const container = (path: string) => podSpec(`containers.0.${path}`)
const cron = (path: string) => `spec.jobTemplate.${container(path)}`

/** Puts something else where there is something, or where nothing belongs. */
function set(all: readonly Manifest[], name: string, path: string, value: unknown): void {
  const manifest = all.find(({ kind, metadata }) => `${kind} ${metadata.name}` === name)
  assert.ok(manifest, name)
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const place = steps.reduce((at, step) => at[step], manifest)
  assert.ok(place, path)
  place[last] = value
}

if (!renderer()) leaveOut('manifests', 'there is neither kubectl, 1.27 or later, nor kustomize')
else if (!existsSync('scripts/deploy/node_modules/kubernetes-models')) {
  leaveOut('manifests', 'scripts/deploy has no packages; scripts/test-setup installs them')
} else {
  made.run()
  noticing.run()
}
