import type { Case, Swagger } from './tool.ts'

/**
 * Mends the gateway's definition: the published plugin writes `https://` before an address that says `http://`, hands the
 * path on only where it has names in it, and sets a header to nothing where an action asks for no key.
 */
export function mendGateway(swagger: Swagger): void {
  for (const operations of Object.values(swagger.paths)) {
    for (const { 'x-openwhisk': target } of Object.values(operations)) target.url = plainScheme(target.url)
  }
  for (const step of swagger['x-ibm-configuration'].assembly.execute) {
    for (const one of step['operation-switch'].case) mendCase(one)
  }
}

const wholePath = '$(request.path)'

function mendCase(one: Case): void {
  one.execute = one.execute.filter((step) => {
    const set = step['set-variable']
    return set === undefined || set.actions.some(({ value }) => value !== undefined)
  })
  for (const { invoke } of one.execute) {
    if (!invoke) continue
    const url = plainScheme(invoke['target-url'])
    invoke['target-url'] = url.endsWith(wholePath) ? url : url + wholePath
  }
}

const plainScheme = (url: string): string => url.replace(/^https:\/\/(?=https?:\/\/)/, '')
