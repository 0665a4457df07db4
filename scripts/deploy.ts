import { rmSync } from 'node:fs'
import { Sentence } from '../functions/domain/sentence.ts'
import { faultsOfSettings } from './deploy/configuration.ts'
import { gatewayUrl } from './deploy/gateway-url.ts'
import { optionsIn, usage } from './deploy/options.ts'
import { program, serverless } from './deploy/programs.ts'
import { buildOptions, type Place, placeAndSettings } from './deploy/settings.ts'
import { smoke } from './deploy/smoke.ts'
import { ensure } from './install.mjs'

const options = optionsIn(process.argv.slice(2))
if (options === undefined) {
  process.stdout.write(usage)
  process.exit(process.argv.includes('--help') ? 0 : 1)
}
const { stage, verbose, patienceS } = options
const say = (line: string) => process.stdout.write(`${line}\n`)

const { place, settings } = placeAndSettings(stage, options.settings, process.env)
ensure({ dev: false, folder: 'scripts/deploy' })
if (options.remove) await remove(place)
else await deploy(place, settings)

async function deploy(place: Place, given: { readonly [name: string]: string }): Promise<void> {
  const isDry = options?.dryRun === true
  const address = given.PUBLIC_URL ?? (isDry ? undefined : await gatewayUrl(place))
  // the gateway gives its address with the first deploy: until then the settings hold one that is nobody's
  const settings: typeof given = { ...given, PUBLIC_URL: address ?? 'https://outlay.example' }

  say(`Checking the settings of ${stage} …`)
  const faults = await faultsOfSettings(settings, stage)
  if (faults.length > 0) throw new Sentence(faults.join('\n'))
  say('Building …')
  await program(['scripts/run.mjs', 'build', ...buildOptions(settings)], {})
  if (isDry) return dryRun(place, settings)
  say('Migrating …')
  const { OUTLAY_IDENTITY, OUTLAY_LEDGER } = settings
  await program(['scripts/run.mjs', 'migrate'], { OUTLAY_IDENTITY, OUTLAY_LEDGER })

  say(`Deploying to ${place.namespace} at ${place.apihost} …`)
  await serverless(['deploy', '--stage', stage], place, settings, verbose)
  const served = await gatewayUrl(place)
  const url = given.PUBLIC_URL ?? served
  if (!url || !served) throw new Sentence('The gateway does not say where it serves what was deployed.')
  if (url !== settings.PUBLIC_URL) {
    say(`Deploying once more, for the address is now known …`)
    await serverless(['deploy', '--stage', stage], place, { ...settings, PUBLIC_URL: url }, verbose)
  }
  say('Trying it …')
  for (const line of await smoke(url, patienceS * 1000)) say(`  ${line}`)
  say(url === served ? `Outlay is at ${url}` : `Outlay is at ${url} (the gateway itself: ${served})`)
}

async function dryRun(place: Place, settings: { readonly [name: string]: string }): Promise<void> {
  await serverless(['package', '--stage', stage], place, settings, verbose)
  rmSync('.serverless', { recursive: true, force: true })
  say('All is ready; nothing was sent and no database was changed.')
}

async function remove(place: Place): Promise<void> {
  say(`Removing ${stage} from ${place.namespace} at ${place.apihost} …`)
  await serverless(['remove', '--stage', stage], place, {}, verbose)
  say('Nothing of Outlay is left there. Databases, objects and mail settings are as they were.')
}
