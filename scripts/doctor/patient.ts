import { faultsOf, isOfActions, perhaps } from '../../functions/adapters/setting.ts'
import { functionServed } from '../../functions/settings.ts'
import type { Options } from '../deploy/options.ts'
import { type Place, placeAndSettings } from '../deploy/settings.ts'
import { faultsOfShape } from '../deploy/shape.ts'
import { freshKeys, keptKeys } from '../local/keys.ts'
import { type Env, folderIn, misspelt, ofThisHost, oursIn, withUsual } from '../local/settings.ts'

/** Whose settings are looked at. */
export interface Patient {
  readonly env: Env
  /** What is wrong with them by themselves, a sentence each. */
  readonly faults: readonly string[]
  /** The OpenWhisk that they are deployed to, where they are. */
  readonly place?: Place
}

const ofActions = ofThisHost.filter(isOfActions)

/** What a deployment of these options would be given. Throws a `Sentence` where they cannot be read. */
export function deploymentOf({ stage, settings: file }: Options, given: Env): Patient {
  const { place, settings } = placeAndSettings(stage, file, given)
  // as a deployment begins: the gateway gives the address
  const env = { PUBLIC_URL: 'https://outlay.example', ...settings }
  return { env, place, faults: [...faultsOfShape(settings, stage), ...faultsOf(env, ofActions)] }
}

/** What this very environment would start: an instance of the image, which FUNCTION tells what it is, or the local host. */
export function programOf(given: Env): Patient {
  const serves = perhaps(given, functionServed)
  if (serves === undefined) return localHostOf(given)
  const needed = ['api', 'jobs'].includes(serves) ? ofActions : ofActions.filter(({ name }) => given[name])
  return { env: given, faults: [...misspelt(oursIn(given)), ...faultsOf(given, needed)] }
}

/** With the keys that it would make, where it has not been started yet. */
function localHostOf(given: Env): Patient {
  const folder = folderIn(given)
  const kept = keptKeys(folder)
  const { privateKey, publicKeys, filesSecret } = { ...freshKeys(kept), ...kept }
  const own = { TOKEN_PRIVATE_KEY: privateKey, TOKEN_PUBLIC_KEYS: publicKeys, FILES_SECRET: filesSecret }
  const env = { ...own, ...withUsual(given, { data: folder, port: 8080 }) }
  return { env, faults: [...misspelt(oursIn(given)), ...faultsOf(env, ofThisHost)] }
}
