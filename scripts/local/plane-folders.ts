import { dirname, resolve } from 'node:path'
import { needed } from '../../functions/adapters/setting.ts'
import { identity, ledger } from '../../functions/settings.ts'

/** The folders in which planes are files: whoever opens one has the folder for itself. */
export function planeFolders(env: unknown): readonly string[] {
  const places = [needed(env, identity), needed(env, ledger)]
  return [...new Set(places.flatMap((place) => (place.engine === 'sqlite' ? dirname(resolve(place.file)) : [])))]
}
