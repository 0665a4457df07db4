import { resolve } from 'node:path'
import { Sentence } from '../../functions/domain/sentence.ts'

/** Where the local host listens and keeps what it knows. */
export interface HostSettings {
  /** 0: any that is free. */
  readonly port: number
  readonly host: string
  /** The folder of both databases and the keys. */
  readonly data: string
  /** Settings of the actions that are not the host's own choice. */
  readonly env: { readonly [name: string]: string | undefined }
}

/** Reads PORT, HOST and OUTLAY_DATA; everything else goes on to the actions. Throws a `Sentence`. */
export function settingsIn(env: { readonly [name: string]: string | undefined }): HostSettings {
  const port = env.PORT || '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Sentence(`PORT is no port number: ${port}.`)
  return { port: Number(port), host: env.HOST || '127.0.0.1', data: resolve(env.OUTLAY_DATA || 'data'), env }
}
