import { Sentence } from '../../functions/domain/sentence.ts'
import { ours } from './plugin/deployed.ts'
import type { Place } from './settings.ts'

/** Where the gateway serves what is deployed in this namespace, without a slash at the end; undefined before that. */
export async function gatewayUrl({ apihost, auth }: Place): Promise<string | undefined> {
  const origin = /^https?:\/\//.test(apihost) ? apihost : `https://${apihost}`
  const authorization = `Basic ${Buffer.from(auth).toString('base64')}`
  const address = `${origin}/api/v1/web/whisk.system/apimgmt/getApi?basepath=${encodeURIComponent(ours.basepath)}`
  const response = await fetch(address, { headers: { authorization } }).catch((cause) => {
    throw new Sentence(`${origin} cannot be reached.`, { cause })
  })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Sentence(`${origin} answers ${response.status} where its gateway is asked.`)
  const [api] = Object(await response.json()).apis ?? []
  const url = Object(Object(api).value).gwApiUrl
  return typeof url === 'string' ? url.replace(/\/+$/, '') : undefined
}
