import { isDb2 } from '../../../functions/adapters/sql/db2/settings.ts'
import { web } from '../../build/serverless.ts'
import { bundleOf, faultsOfArtifact, faultsOfDb2 } from './artifacts.ts'
import { faultsOfAction, type Holding, holdingOf, ours, sweep } from './deployed.ts'
import { alarmOf, bindFeeds, faultsOfFeeds } from './feeds.ts'
import { mendGateway } from './gateway.ts'
import { faultsOfHost, stageFault } from './host.ts'
import { absentIs404, unless404 } from './reading.ts'
import { type Settings, settingsFrom, settingsOf, strayNames } from './settings.ts'
import type { Feed, OpenWhisk, Provider, Tool } from './tool.ts'
import { faultsOfYml } from './yml.ts'

/** Does what serverless-openwhisk leaves undone, and fails where it would go on without a word. */
export class OutlayPlugin {
  readonly hooks: { readonly [event: string]: () => Promise<void> }
  readonly #tool: Tool
  readonly #provider: Provider
  readonly #stage: string
  #settings: Settings = {}
  #feeds: readonly Feed[] = []

  constructor(tool: Tool, options: { readonly stage?: string }) {
    this.#tool = tool
    this.#provider = tool.getProvider('openwhisk')
    this.#stage = options.stage ?? 'dev'
    this.hooks = {
      initialize: async () => this.#fail(faultsOfYml(tool.configurationInput)),
      'before:package:createDeploymentArtifacts': () => this.#checkBuilt(),
      'after:package:compileEvents': () => this.#mend(),
      'before:deploy:deploy': () => this.#prepare(),
      'after:deploy:deploy': () => this.#finish(),
      'before:remove:remove': () => this.#silence(),
      'after:remove:remove': () => this.#clear(),
    }
  }

  async #checkBuilt(): Promise<void> {
    const { service, serviceDir } = this.#tool
    const functions = Object.entries(service.functions)
    this.#fail(functions.flatMap(([name, entry]) => faultsOfArtifact(name, entry, serviceDir)))

    const settings = settingsFrom(process.env.OUTLAY_ENV)
    if (typeof settings === 'string') return this.#fail([settings])
    if (isDb2(settings.OUTLAY_IDENTITY ?? '')) {
      this.#fail(functions.flatMap(([name, entry]) => faultsOfDb2(name, entry, serviceDir)))
    }
    const bundles = functions.map(([, entry]) => bundleOf(entry, serviceDir))
    this.#fail(strayNames(bundles, settings).map((name) => `OUTLAY_ENV: no action knows the setting ${name}.`))
    this.#settings = settings
  }

  /** The published plugin changes the feeds of its triggers before it looks for them: hence the copies. */
  async #mend(): Promise<void> {
    const { triggers = {}, apigw } = this.#tool.service
    this.#feeds = structuredClone(Object.values(triggers).flatMap(({ feed }) => feed ?? []))
    if (apigw?.swagger) mendGateway(apigw.swagger)
  }

  /** Settings are bound here and not in serverless.yml, for what stands there is written to the log. */
  async #prepare(): Promise<void> {
    await this.#checkHost()
    const { service, serviceDir } = this.#tool
    for (const [name, { action }] of Object.entries(service.actions ?? {})) {
      const bundle = bundleOf(service.functions[name] ?? {}, serviceDir)
      const env = action.parameters.find(({ key }) => key === 'env')
      if (env) env.value = JSON.stringify(settingsOf(bundle, this.#settings))
    }
  }

  async #checkHost(): Promise<void> {
    this.#fail(await faultsOfHost(await this.#provider.props(), this.#tool.service.provider.runtime ?? ''))
    const deployed = await absentIs404((await this.#provider.client()).packages.get({ name: ours.package }))
    const fault = stageFault(deployed, this.#stage)
    if (fault) this.#fail([fault])
  }

  async #finish(): Promise<void> {
    const ow = await this.#provider.client()
    await bindFeeds(ow, this.#feeds)
    const gone = await sweep(ow, this.#wanted(), await this.#alarms())
    if (gone.length > 0) this.#tool.cli.log(`Removed what is no longer ours: ${gone.join(', ')}`)
    this.#fail(await this.#faults(ow))
  }

  #wanted(): Holding {
    const { actions = {}, triggers = {}, rules = {} } = this.#tool.service
    return {
      actions: Object.values(actions).map(({ actionName }) => actionName),
      triggers: Object.keys(triggers),
      rules: Object.keys(rules),
    }
  }

  /** What the host has now, against what it was sent and what the route table opens. */
  async #faults(ow: OpenWhisk): Promise<readonly string[]> {
    const { actions = {}, rules = {} } = this.#tool.service
    const faults: string[] = []
    for (const [name, action] of Object.entries(actions))
      faults.push(...(await faultsOfAction(ow, action, name in web)))
    for (const name of Object.keys(rules)) {
      if ((await ow.rules.get({ name })).status !== 'active') faults.push(`The rule ${name} is not active.`)
    }
    return [...faults, ...(await faultsOfFeeds(ow, this.#feeds))]
  }

  async #alarms(): Promise<(trigger: string) => Omit<Feed, 'params'>> {
    const { namespace = '' } = await this.#provider.props()
    return (trigger) => alarmOf(namespace, trigger)
  }

  /** Alarms go first: one whose trigger is gone can only fail. */
  async #silence(): Promise<void> {
    await this.#checkHost()
    const ow = await this.#provider.client()
    const alarm = await this.#alarms()
    for (const name of (await holdingOf(ow)).triggers) await unless404(ow.feeds.delete(alarm(name)))
  }

  /** The published plugin passes over what it could not remove. */
  async #clear(): Promise<void> {
    const ow = await this.#provider.client()
    await sweep(ow, { actions: [], triggers: [], rules: [] }, await this.#alarms())
    await unless404(ow.packages.delete({ name: ours.package }))

    const { actions, triggers, rules } = await holdingOf(ow)
    const { apis = [] } = (await absentIs404(ow.routes.get({ basepath: ours.basepath }))) ?? {}
    this.#fail(
      [...actions, ...triggers, ...rules, ...apis.map(() => 'the API')].map((name) => `${name} is still there.`),
    )
  }

  #fail(faults: readonly string[]): void {
    if (faults.length > 0) throw new this.#tool.classes.Error(faults.join('\n'))
  }
}
