import { basename, dirname, resolve, sep } from 'node:path'
import { valid } from '../../functions/adapters/setting.ts'
import { identity, ledger, objects } from '../../functions/settings.ts'
import { type Env, withUsual } from './settings.ts'

/** What of an Outlay is in its folder: the databases by their files' names, identity first, and the settings that name other places. */
export interface InFolder {
  readonly databases: readonly string[]
  readonly elsewhere: readonly string[]
}

export function inFolder(folder: string, given: Env): InFolder {
  const env = withUsual(given, { data: folder, port: 0 })
  const planes = [identity, ledger].map((setting) => {
    const place = valid<{ readonly engine: string; readonly file?: string }>(env, setting)
    const file = place?.engine === 'sqlite' ? resolve(place.file ?? '') : ''
    return { name: setting.name, file: dirname(file) === folder ? basename(file) : undefined }
  })
  const files = valid(env, objects)
  const hasFiles = files?.store === 'folder' && resolve(files.folder).startsWith(folder + sep)
  return {
    databases: planes.flatMap(({ file }) => file ?? []),
    elsewhere: [...planes.filter(({ file }) => !file), ...(hasFiles ? [] : [objects])].map(({ name }) => name),
  }
}
