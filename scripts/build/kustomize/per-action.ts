import type { Setting } from '../../../functions/adapters/setting.ts'
import type { Feature } from '../../../functions/api/route.ts'
import * as settings from '../../../functions/settings.ts'
import { inRestrictedPod, nobody, outlay } from './container.ts'

export type Json = { readonly [field: string]: unknown }
type Web = { readonly [action: string]: Feature }

/** One Knative Service per action that has routes. */
export const servicesFor = (web: Web, settingsOf: (action: string) => readonly string[]): readonly Json[] =>
  Object.keys(web).map((action) => serviceFor(action, settingsOf(action)))

const serviceFor = (action: string, names: readonly string[]): Json => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: {
    name: action,
    namespace: 'outlay',
    // the HTTPRoute is the only way in
    labels: { 'networking.knative.dev/visibility': 'cluster-local' },
  },
  spec: {
    template: {
      metadata: {
        annotations: {
          'autoscaling.knative.dev/min-scale': '0',
          'autoscaling.knative.dev/max-scale': '10',
          'autoscaling.knative.dev/metric': 'concurrency',
          'autoscaling.knative.dev/target': '20',
          'autoscaling.knative.dev/scale-to-zero-pod-retention-period': '5m',
        },
      },
      spec: {
        serviceAccountName: 'outlay',
        enableServiceLinks: false,
        containerConcurrency: 40,
        timeoutSeconds: 60,
        containers: [
          {
            ...outlay,
            env: [
              ...Object.entries({ FUNCTION: action, ...told }).map(([name, value]) => ({ name, value })),
              ...ofProgram.map(settingFrom),
              ...called(names).map(settingFrom),
            ],
            ports: [{ name: 'http1', containerPort: 8080 }],
            readinessProbe: { ...probe('/readyz'), periodSeconds: 5, timeoutSeconds: 3 },
            livenessProbe: { ...probe('/healthz'), periodSeconds: 10, timeoutSeconds: 2 },
            resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '384Mi' } },
            securityContext: { ...nobody, ...inRestrictedPod },
          },
        ],
      },
    },
  },
})

/** What the image's program is told here. */
const told = { GRACE_S: '59' }

const all = Object.values<Setting<unknown>>(settings)

/** What it may be told beside, whatever its action reads; the port is Knative's to tell, and no action here is a job. */
const ofProgram = all
  .filter(({ name, readBy }) => readBy.includes('image') && !(name in told))
  .filter(({ name }) => !['FUNCTION', 'PORT', 'JOBS_AT_ONCE'].includes(name))

const probe = (path: string) => ({ httpGet: { path, port: 8080 }, failureThreshold: 3 })

/** What an action does not name it does not get: the private key, above all. What lacks, the program says itself. */
function settingFrom({ name, isSecret }: Setting<unknown>): Json {
  const from = isSecret ? 'secretKeyRef' : 'configMapKeyRef'
  return {
    name,
    valueFrom: { [from]: { name: isSecret ? 'outlay-secrets' : 'outlay-settings', key: name, optional: true } },
  }
}

const called = (names: readonly string[]): readonly Setting<unknown>[] =>
  names.flatMap((name) => all.find((one) => one.name === name && !one.isFound) ?? [])

/** The Gateway API's way of saying which path belongs to which action, for a Gateway called `outlay`. */
export const routesFor = (web: Web): Json => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'outlay', namespace: 'outlay' },
  spec: {
    parentRefs: [{ name: 'outlay' }],
    hostnames: ['outlay.example.org'],
    rules: Object.entries(web).map(([action, feature]) => ({
      matches: matchesOf(action, feature),
      filters: [{ type: 'URLRewrite', urlRewrite: { hostname: `${action}.outlay.svc.cluster.local` } }],
      backendRefs: [{ name: 'kourier-internal', namespace: 'kourier-system', port: 80 }],
    })),
  },
})

/** Names in a path make it a regular expression, which the Gateway API leaves to each gateway to know; most do. */
function matchesOf(action: string, feature: Feature): readonly Json[] {
  if (action === 'site') return [{ path: { type: 'PathPrefix', value: '/' } }]
  const paths = [...new Set(Object.values(feature).map(({ path }) => path))]
  return paths.map((path) =>
    path.includes('{')
      ? { path: { type: 'RegularExpression', value: path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+') } }
      : { path: { type: 'Exact', value: path } },
  )
}
