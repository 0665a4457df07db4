import { type Incoming, paramsOf } from '../../functions/host/controller.ts'

export type Shape = 'OpenWhisk' | 'Code Engine'
type Params = { readonly [name: string]: unknown }

/** What an action is called with, by whom. */
export const paramsBy: { readonly [S in Shape]: (incoming: Incoming) => Params } = {
  OpenWhisk: paramsOf,
  'Code Engine': codeEngine,
}

/**
 * Code Engine writes names of headers and methods its own way, and spreads the fields of a JSON body over the parameters
 * beside handing it over in base64.
 */
function codeEngine(incoming: Incoming): Params {
  const { __ow_headers, __ow_body } = paramsOf(incoming)
  const headers = Object.entries(__ow_headers).map(([name, value]) => [canonical(name), value] as const)
  return {
    ...fieldsIn(incoming.body),
    __ce_method: incoming.method.toUpperCase(),
    __ce_headers: Object.fromEntries(headers),
    __ce_path: incoming.path,
    __ce_query: incoming.query,
    __ce_body: __ow_body,
  }
}

const canonical = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash, letter) => dash + letter.toUpperCase())

function fieldsIn(body: Buffer): object {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
