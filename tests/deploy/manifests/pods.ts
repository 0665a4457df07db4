import type { Manifest } from './render.ts'

/** A pod that some manifest makes, with the name to call it by. */
export interface Pod {
  readonly name: string
  readonly owner: Manifest
  readonly template: Manifest
}

export function podsOf(all: readonly Manifest[]): readonly Pod[] {
  return all.flatMap((owner) => {
    const template = owner.spec?.jobTemplate?.spec?.template ?? owner.spec?.template
    return template?.spec?.containers ? [{ name: nameOf(owner), owner, template }] : []
  })
}

export const nameOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata?.name}`

export const isKnative = ({ apiVersion, kind }: Manifest): boolean =>
  kind === 'Service' && String(apiVersion).startsWith('serving.knative.dev/')

export const settingIn = (pod: Pod, setting: string): string | undefined =>
  pod.template.spec.containers[0].env?.find(({ name }: Manifest) => name === setting)?.value
