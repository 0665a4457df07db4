import { resolve } from 'node:path'
import { isOfActions, needed, type Setting } from '../../functions/adapters/setting.ts'
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
export const ofThisHost: readonly Setting<unknown>[] = Object.values<Setting<unknown>>(settings).filter(
  (setting) => isOfActions(setting) || setting.readBy.includes('local host'),
)

/** Reads PORT, HOST and OUTLAY_DATA; everything else goes on to the actions. Throws a `Sentence`. */
export function settingsIn(env: Env): HostSettings {
  return { port: needed(env, settings.port), host: needed(env, settings.host), data: folderIn(env), env }
}

export const folderIn = (env: Env): string => resolve(needed(env, settings.data))

/** In an environment much is nobody's; what begins like ours is meant for Outlay, but for the tests' and what a cluster puts there. */
export const oursIn = (env: Env): readonly string[] =>
  Object.keys(env).filter((name) => /^OUTLAY_(?!TEST_|SEEN|SQLITE)/.test(name) && !ofCluster.test(name))

/** Kubernetes tells every container of the Services beside it, one called "outlay" among them. */
const ofCluster = /_(SERVICE_HOST|(SERVICE_)?PORT(_\w+)?)$/

/** One sentence for each of these names that no setting has. */
export function misspelt(names: readonly string[]): readonly string[] {
  const known = Object.values<Setting<unknown>>(settings).map(({ name }) => name)
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `Outlay has no setting ${name}; docs/settings.md lists those that it has.`)
}

/** With what this host takes where nothing is set. What is empty is not set. */
export function withUsual(env: Env, { data, port }: Pick<HostSettings, 'data' | 'port'>): Env {
  const usual = ofThisHost.flatMap(({ name, usualHere }) =>
    usualHere === undefined ? [] : [[name, usualHere.replace('{data}', data).replace('{port}', String(port))] as const],
  )
  return { ...Object.fromEntries(usual), ...Object.fromEntries(Object.entries(env).filter(([, text]) => text)) }
}
