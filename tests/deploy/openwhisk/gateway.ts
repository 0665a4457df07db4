import type { Json } from './store.ts'

/** Where a call to an API leads: `/api/v1/web/…`, by the definition that was deployed, as the gateway reads it. */
export function targetOf(swagger: Json, method: string, path: string): string | undefined {
  const paths: { readonly [path: string]: Json } = Object(swagger.paths)
  const exact = paths[path]
    ? path
    : Object.keys(paths)
        .filter((one) => one.includes('{'))
        .find(matches(path))
  const operation = exact === undefined ? undefined : Object(paths[exact])[method.toLowerCase()]
  if (!operation) return undefined

  const [execute] = Object(swagger['x-ibm-configuration']).assembly.execute
  const cases: readonly Json[] = execute['operation-switch'].case
  const one = cases.find(({ operations }) => Array.isArray(operations) && operations.includes(operation.operationId))
  const steps: readonly Json[] = Array.isArray(one?.execute) ? one.execute : []
  const invoke = Object(steps.find((step) => 'invoke' in step)).invoke
  const variables = steps.flatMap((step) => Object(step['set-variable']).actions ?? [])
  if (variables.some(({ value }: Json) => value === undefined)) throw new Error('A header is set to nothing.')
  return invoke && String(invoke['target-url']).replace('$(request.path)', path)
}

const matches = (path: string) => (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
