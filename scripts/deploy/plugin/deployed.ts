import { absentIs404, unless404, valueIn } from './reading.ts'
import type { CompiledAction, OpenWhisk, Pair } from './tool.ts'

/** What belongs to this program in a namespace: all in its package, and triggers and rules by their names. */
export const ours = { package: 'outlay', prefix: 'outlay-', basepath: '/' } as const

export interface Holding {
  readonly actions: readonly string[]
  readonly triggers: readonly string[]
  readonly rules: readonly string[]
}

/** What of ours a namespace holds now. */
export async function holdingOf(ow: OpenWhisk): Promise<Holding> {
  const found = await absentIs404(ow.packages.get({ name: ours.package }))
  return {
    actions: (found?.actions ?? []).map(({ name }) => `${ours.package}/${name}`),
    triggers: (await all(ow.triggers)).filter(isOurs),
    rules: (await all(ow.rules)).filter(isOurs),
  }
}

const isOurs = (name: string) => name.startsWith(ours.prefix)

/** A host lists 30 at a time unless it is asked for more, and never more than 200. */
async function all(kind: OpenWhisk['triggers'] | OpenWhisk['rules']): Promise<readonly string[]> {
  const names: string[] = []
  for (;;) {
    const page = await kind.list({ limit: 200, skip: names.length })
    names.push(...page.map(({ name }) => name))
    if (page.length < 200) return names
  }
}

/** Takes away what an earlier version has left: rules first, for they hold on to the others. */
export async function sweep(
  ow: OpenWhisk,
  kept: Holding,
  feedOf: (trigger: string) => object,
): Promise<readonly string[]> {
  const there = await holdingOf(ow)
  const surplus = (kind: keyof Holding) => there[kind].filter((name) => !kept[kind].includes(name))
  for (const name of surplus('rules')) await unless404(ow.rules.delete({ name }))
  for (const name of surplus('triggers')) {
    await unless404(ow.feeds.delete(feedOf(name) as Parameters<OpenWhisk['feeds']['delete']>[0]))
    await unless404(ow.triggers.delete({ name }))
  }
  for (const name of surplus('actions')) await unless404(ow.actions.delete({ name }))
  return [...surplus('rules'), ...surplus('triggers'), ...surplus('actions')]
}

/** One sentence per way in which an action is not what it was sent as, or open to whom it should not be. */
export async function faultsOfAction(
  ow: OpenWhisk,
  { actionName, action }: CompiledAction,
  isWeb: boolean,
): Promise<readonly string[]> {
  const there = await ow.actions.get({ name: actionName })
  const has = (key: string) => valueIn(there.annotations, key)
  const faults: [boolean, string][] = [
    [there.exec.kind === action.exec.kind, `runs on ${there.exec.kind}`],
    [isWeb === (has('web-export') === true), isWeb ? 'is not open to the web' : 'is open to the web'],
    [!isWeb || has('final') === true, 'lets a caller replace its settings'],
    [!isWeb || has('raw-http') === true, 'does not get requests as they come'],
    [!isWeb || has('web-custom-options') === true, 'leaves OPTIONS to the host'],
    [namesOf(there.parameters) === 'env', `is bound to ${namesOf(there.parameters) || 'nothing'}`],
    [sameLimits(there.limits, action.limits), 'has other limits'],
  ]
  return faults.filter(([isWell]) => !isWell).map(([, what]) => `${actionName} ${what}.`)
}

const namesOf = (pairs: readonly Pair[]): string => pairs.map(({ key }) => key).join(', ')

const sameLimits = (there: { readonly [name: string]: number }, sent: { readonly [name: string]: number }): boolean =>
  Object.entries(sent).every(([name, value]) => there[name] === value)
