import { alarms, internal } from '../../../scripts/build/serverless.ts'
import { isCron, isZone } from './cron.ts'
import { isKnative, nameOf } from './pods.ts'
import type { Manifest } from './render.ts'

type Check = (all: readonly Manifest[]) => readonly string[]

const each =
  (
    is: (one: Manifest) => boolean,
    look: (one: Manifest, all: readonly Manifest[]) => readonly (string | false)[],
  ): Check =>
  (all) =>
    all.filter(is).flatMap((one) => look(one, all).flatMap((fault) => (fault ? [`${nameOf(one)}: ${fault}`] : [])))

const kind =
  (...kinds: readonly string[]) =>
  (one: Manifest) =>
    kinds.includes(one.kind)

const has = (all: readonly Manifest[], { apiVersion, kind, name }: Manifest): boolean =>
  all.some((one) => one.kind === kind && one.metadata.name === name && (!apiVersion || one.apiVersion === apiVersion))

/** Durations as Go writes them. */
const duration = /^(\d+(\.\d+)?(h|m|s))+$/

/** Annotations that the autoscaler reads, and what each may say; it passes over all others without a word. */
const scaling: { readonly [name: string]: RegExp } = {
  'min-scale': /^\d+$/,
  'max-scale': /^\d+$/,
  metric: /^(concurrency|rps)$/,
  target: /^[1-9]\d*$/,
  'target-utilization-percentage': /^([1-9]\d?|100)$/,
  'scale-to-zero-pod-retention-period': duration,
}
const prefix = 'autoscaling.knative.dev/'

/** What the schemas of Services, clocks and gateways do not say. */
export const serviceChecks: { readonly [check: string]: Check } = {
  'a clock has a schedule, a zone and data that can be read': each(kind('PingSource', 'CronJob'), ({ spec }) => [
    !isCron(spec.schedule) && `${spec.schedule} is no schedule`,
    !isZone(spec.timezone ?? spec.timeZone ?? '') && 'has no zone',
    'contentType' in spec && !isJsonObject(spec.data) && 'its data is no JSON object',
    'data' in spec && 'dataBase64' in spec && 'has its data twice',
    'suspend' in spec && 'is stopped',
  ]),

  'a clock calls a function that there is': each(kind('PingSource'), ({ spec: { sink } }, all) => [
    !(sink?.ref && has(all, sink.ref)) && 'nobody listens',
    !internal.some((name) => sink?.uri === `/${name}`) && `${sink?.uri} is no internal function`,
  ]),

  'every alarm has its clock': (all) =>
    alarms.flatMap(({ name }) =>
      all.some((one) => kind('PingSource', 'CronJob')(one) && one.metadata.name === name)
        ? []
        : [`no clock for ${name}`],
    ),

  'a service of Knative stays within what Knative takes': each(isKnative, ({ spec: { template } }) => {
    const { timeoutSeconds = 300, containerConcurrency = 0 } = template.spec
    return [
      !(timeoutSeconds > 0 && timeoutSeconds <= 600) && `${timeoutSeconds} s is longer than 600`,
      !(containerConcurrency >= 0 && containerConcurrency <= 1000) && `takes ${containerConcurrency} at once`,
      template.spec.terminationGracePeriodSeconds !== undefined && 'sets what Knative sets',
    ]
  }),

  'a service of Knative is scaled by what is read': each(isKnative, ({ metadata, spec }) => {
    const said: { readonly [name: string]: unknown } = spec.template.metadata?.annotations ?? {}
    const misplaced = Object.keys(metadata.annotations ?? {}).filter((name) => name.startsWith(prefix))
    const wrong = Object.entries(said).filter(
      ([name, value]) =>
        name.startsWith(prefix) && !(typeof value === 'string' && scaling[name.slice(prefix.length)]?.test(value)),
    )
    const [least, most] = ['min-scale', 'max-scale'].map((name) => Number(said[prefix + name]))
    return [
      ...misplaced.map((name) => `${name} stands where nobody reads it`),
      ...wrong.map(([name, value]) => `${name}: ${JSON.stringify(value)} means nothing`),
      !(least !== undefined && most !== undefined && least <= most && most > 0) && `from ${least} to ${most} pods`,
    ]
  }),

  'the internal functions are reached from inside only': (all) =>
    all.flatMap((one) => {
      if (one.metadata.name !== 'jobs' || one.kind !== 'Service') return []
      const isInside = isKnative(one)
        ? one.metadata.labels?.['networking.knative.dev/visibility'] === 'cluster-local'
        : (one.spec.type ?? 'ClusterIP') === 'ClusterIP' && all.some(kind('NetworkPolicy'))
      const isNamed = JSON.stringify(all.filter(kind('Ingress', 'DomainMapping', 'HTTPRoute'))).includes('"jobs"')
      return isInside && !isNamed ? [] : [`${nameOf(one)}: the world can call it`]
    }),

  'a domain leads to a service, and is claimed': each(kind('DomainMapping'), ({ metadata, spec }, all) => [
    !has(all, spec.ref) && `there is no ${spec.ref.name}`,
    !has(all, { kind: 'ClusterDomainClaim', name: metadata.name }) && 'is not claimed',
  ]),

  'what chooses pods finds some': each(kind('PodDisruptionBudget', 'NetworkPolicy', 'Service'), (one, all) => {
    if (isKnative(one)) return []
    const wanted = one.spec.selector?.matchLabels ?? one.spec.podSelector?.matchLabels ?? one.spec.selector ?? {}
    const isFound = all.some(({ kind, metadata, spec }) => {
      const labels = {
        ...spec?.template?.metadata?.labels,
        'serving.knative.dev/service': kind === 'Service' && metadata.name,
      }
      return spec?.template && Object.entries(wanted).every(([name, value]) => labels[name] === value)
    })
    return [!isFound && 'chooses nothing']
  }),

  'what scales or leads on names what there is': each(kind('HorizontalPodAutoscaler', 'Ingress'), ({ spec }, all) => {
    const backends = (spec.rules ?? []).flatMap(({ http }: Manifest) =>
      http.paths.map(({ backend }: Manifest) => backend),
    )
    return [
      spec.scaleTargetRef && !has(all, spec.scaleTargetRef) && 'scales nothing',
      spec.scaleTargetRef && !(spec.minReplicas >= 1 && spec.minReplicas <= spec.maxReplicas) && 'scales backwards',
      ...backends.map(
        ({ service }: Manifest) => !has(all, { kind: 'Service', ...service }) && `leads to no ${service.name}`,
      ),
    ]
  }),
}

function isJsonObject(text: string): boolean {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
