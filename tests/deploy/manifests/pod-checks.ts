import { chosenBy } from '../../../k8s-fallback/functions.ts'
import { isKnative, nameOf, type Pod, podsOf, settingIn } from './pods.ts'
import type { Manifest } from './render.ts'

type Check = (all: readonly Manifest[]) => readonly string[]

const each =
  (look: (pod: Pod, all: readonly Manifest[]) => readonly (string | false | undefined)[]): Check =>
  (all) =>
    podsOf(all).flatMap((pod) => look(pod, all).flatMap((fault) => (fault ? [`${pod.name}: ${fault}`] : [])))

/** What no schema says of a pod, and what would only show in a cluster. */
export const podChecks: { readonly [check: string]: Check } = {
  'is restricted': each(({ template }) => {
    const pod = template.spec.securityContext ?? {}
    const [{ securityContext: own = {}, ...container }] = template.spec.containers
    const either = (field: string) => own[field] ?? pod[field]
    return [
      either('runAsNonRoot') !== true && 'may run as root',
      !(either('runAsUser') > 0) && 'has no user of its own',
      own.allowPrivilegeEscalation !== false && 'may get more rights',
      own.readOnlyRootFilesystem !== true && 'may write',
      JSON.stringify(own.capabilities) !== '{"drop":["ALL"]}' && 'keeps capabilities',
      either('seccompProfile')?.type !== 'RuntimeDefault' && 'may make every system call',
      (template.spec.volumes ?? []).some(({ hostPath }: Manifest) => hostPath) && 'reads the node’s files',
      template.spec.priorityClassName && 'pushes others aside',
      !container.resources?.limits?.memory && 'may take all memory',
    ]
  }),

  'does what there is': each((pod) => {
    const name = settingIn(pod, 'FUNCTION')
    try {
      const chosen = chosenBy(name)
      const isOnce = pod.owner.kind === 'CronJob'
      return [
        isOnce !== (pod.template.spec.containers[0].args?.[0] === '--once' && 'only' in chosen) && 'cannot run once',
      ]
    } catch {
      return [`there is no function ${name}`]
    }
  }),

  'has an image with a registry and a version': each(({ template }) => {
    const { image } = template.spec.containers[0]
    return [!/^[\w.-]+\.[\w.-]+\/[\w./-]+:(?!latest$)[\w.-]+$/.test(image) && `its image is ${image}`]
  }),

  'is asked the right things': each(({ owner, template }) => {
    if (owner.kind === 'CronJob') return []
    const { readinessProbe, livenessProbe, ports } = template.spec.containers[0]
    const asked = (probe: Manifest) => `${probe?.httpGet?.path} ${probe?.httpGet?.port}`
    const port = [ports?.[0]?.containerPort, ports?.[0]?.name]
    return [
      !port.some((one) => asked(readinessProbe) === `/readyz ${one}`) && 'its readiness is asked elsewhere',
      !port.some((one) => asked(livenessProbe) === `/healthz ${one}`) && 'its life hangs on its stores',
    ]
  }),

  'has time to end what it has begun': each((pod) => {
    if (pod.owner.kind === 'CronJob') return []
    const { timeoutSeconds = 300, terminationGracePeriodSeconds = 30 } = pod.template.spec
    const sleep = pod.template.spec.containers[0].lifecycle?.preStop?.sleep?.seconds ?? 0
    const given = (isKnative(pod.owner) ? timeoutSeconds : terminationGracePeriodSeconds) - sleep
    return [!(Number(settingIn(pod, 'GRACE_S')) < given) && `waits longer than the ${given} s that it has`]
  }),

  'finds what it refers to': each(({ template }, all) => {
    const { serviceAccountName, containers } = template.spec
    const [{ env = [], envFrom = [] }] = containers
    const has = (kind: string, name: string) => all.some((one) => one.kind === kind && one.metadata.name === name)
    const sources = [...envFrom, ...env.flatMap(({ valueFrom }: Manifest) => valueFrom ?? [])]
    const maps = sources.flatMap((one: Manifest) => (one.configMapRef ?? one.configMapKeyRef)?.name ?? [])
    const secrets = sources.flatMap((one: Manifest) => (one.secretRef ?? one.secretKeyRef)?.name ?? [])
    return [
      !has('ServiceAccount', serviceAccountName) && `there is no ServiceAccount ${serviceAccountName}`,
      ...maps.map((name: string) => !has('ConfigMap', name) && `there is no ConfigMap ${name}`),
      ...secrets.map((name: string) => name !== 'outlay-secrets' && `nobody makes the Secret ${name}`),
    ]
  }),

  'keeps no secret in the repository': (all) =>
    all.flatMap((one) => {
      const values = [...Object.values(one.data ?? {}), ...podsOf([one]).flatMap(({ template }) => inline(template))]
      const isSecret = one.kind === 'Secret' || values.some((value) => /:\/\/[^/]*:[^/]*@|^MC4CAQ/.test(String(value)))
      return isSecret ? [`${nameOf(one)}: holds a secret`] : []
    }),
}

const inline = ({ spec }: Manifest): readonly unknown[] =>
  spec.containers.flatMap(({ env = [] }: Manifest) => env.map(({ value }: Manifest) => value))
