import { execFileSync } from 'node:child_process'
import { parseAllDocuments } from 'yaml'
import { programPath } from '../../support/programs.ts'

// biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds are looked into by their fields' names
export type Manifest = any

/** Whatever renders overlays on this machine: kubectl from 1.27 on, or kustomize itself. */
export function renderer(): readonly [program: string, ...args: string[]] | undefined {
  const kustomize = programPath('kustomize')
  if (kustomize) return [kustomize, 'build']
  const kubectl = programPath('kubectl')
  return kubectl ? [kubectl, 'kustomize'] : undefined
}

/** All manifests of an overlay, as they would be applied. */
export function rendered(overlay: string): readonly Manifest[] {
  const [program = '', ...args] = renderer() ?? []
  const yaml = execFileSync(program, [...args, `k8s-fallback/overlays/${overlay}`], { encoding: 'utf8' })
  return manifestsIn(yaml)
}

export const manifestsIn = (yaml: string): readonly Manifest[] =>
  parseAllDocuments(yaml).flatMap((document) => document.toJS() ?? [])
