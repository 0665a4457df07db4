import { resolve } from 'node:path'
import { needed, type Setting } from '../../functions/adapters/setting.ts'
import * as settings from '../../functions/settings.ts'

export type Env = { readonly [name: string]: string | undefined }

/** Where the local host listens and keeps what it knows. */
export interface HostSettings {
  /** 0: any that is free. */
  readonly port: number
  readonly host: string
  /** The folder of both databases and the keys. */
  readonly data: string
  /** Settings of the actions that are not the host's own choice. */
  readonly env: Env
}

/** All that this host and its actions read. */
export const ofThisHost: readonly Setting<unknown>[] = Object.values(settings).filter(({ readBy }) =>
  readBy.some((part) => !['image', 'deploy', 'db2:install'].includes(part)),
)

/** Reads PORT, HOST and OUTLAY_DATA; everything else goes on to the actions. Throws a `Sentence`. */
export function settingsIn(env: Env): HostSettings {
  return { port: needed(env, settings.port), host: needed(env, settings.host), data: folderIn(env), env }
}

export const folderIn = (env: Env): string => resolve(needed(env, settings.data))

/** With what this host takes where nothing is set. What is empty is not set. */
export function withUsual(env: Env, { data, port }: Pick<HostSettings, 'data' | 'port'>): Env {
  const usual = ofThisHost.flatMap(({ name, usualHere }) =>
    usualHere === undefined ? [] : [[name, usualHere.replace('{data}', data).replace('{port}', String(port))] as const],
  )
  return { ...Object.fromEntries(usual), ...Object.fromEntries(Object.entries(env).filter(([, text]) => text)) }
}
