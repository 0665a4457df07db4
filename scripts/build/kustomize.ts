import { readFileSync, writeFileSync } from 'node:fs'
import { cronJobFor, pingSourceFor } from './kustomize/alarm.ts'
import { type Json, routesFor, servicesFor } from './kustomize/per-action.ts'
import { alarms, web } from './serverless.ts'

/** Manifests that follow from the route table and the alarms, by the file that they are kept in. */
async function made(settingsOf: (action: string) => readonly string[]): Promise<{ readonly [file: string]: string }> {
  // a development dependency: `npm start` makes no manifests
  const { stringify } = await import('yaml')
  const yaml = (documents: readonly Json[]) =>
    [heading, ...documents.map((one) => stringify(one, { lineWidth: 0 }))].join('---\n')
  return {
    'k8s-fallback/base/knative/jobs/alarms.yaml': yaml(alarms.map(pingSourceFor)),
    'k8s-fallback/overlays/plain/alarms.yaml': yaml(alarms.map(cronJobFor)),
    'k8s-fallback/overlays/per-action/services.yaml': yaml(servicesFor(web, settingsOf)),
    'k8s-fallback/overlays/per-action/routes.yaml': yaml([routesFor(web)]),
  }
}

const heading = '# made by npm run build from the route table and scripts/build/serverless.ts: change those, not this\n'

/** Writes what is not there yet, or not like this; answers with the names of those files. */
export async function writeKustomize(settingsOf: (action: string) => readonly string[]): Promise<readonly string[]> {
  const stale = await staleKustomize(settingsOf)
  for (const [file, text] of Object.entries(stale)) writeFileSync(file, text)
  return Object.keys(stale)
}

/** By file, what should stand in those that say something else. */
export async function staleKustomize(settingsOf: (action: string) => readonly string[]) {
  const wanted = Object.entries(await made(settingsOf))
  return Object.fromEntries(wanted.filter(([file, text]) => textOf(file) !== text))
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
