import type { Alarm } from '../serverless.ts'
import { inRestrictedPod, nobody, outlay } from './container.ts'
import type { Json } from './per-action.ts'

/** Knative's clock: a CloudEvent to the internal functions. */
export const pingSourceFor = ({ name, action, cron, timeZone, payload }: Alarm): Json => ({
  apiVersion: 'sources.knative.dev/v1',
  kind: 'PingSource',
  metadata: { name },
  spec: {
    schedule: cron,
    timezone: timeZone,
    contentType: 'application/json',
    data: JSON.stringify(payload),
    sink: {
      ref: { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: 'jobs' },
      uri: `/${action}`,
    },
  },
})

/** The cluster's own clock: the function itself, once, in a pod of its own. */
export const cronJobFor = ({ name, action, cron, timeZone, payload }: Alarm): Json => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name },
  spec: {
    schedule: cron,
    timeZone,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        // a tick that failed is made good by the next
        backoffLimit: 0,
        activeDeadlineSeconds: 600,
        template: {
          metadata: { labels: { 'app.kubernetes.io/name': name } },
          spec: {
            restartPolicy: 'Never',
            serviceAccountName: 'outlay',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: nobody,
            containers: [
              {
                ...outlay,
                args: ['--once', JSON.stringify(payload)],
                env: [{ name: 'FUNCTION', value: action }],
                envFrom: [{ configMapRef: { name: 'outlay-settings' } }, { secretRef: { name: 'outlay-secrets' } }],
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '384Mi' } },
                securityContext: inRestrictedPod,
              },
            ],
          },
        },
      },
    },
  },
})
