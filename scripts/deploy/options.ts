export const usage = `npm run deploy [-- options]

Checks the settings, builds, migrates both databases, puts actions, routes, alarms and the page on OpenWhisk, tries
them, and says where they are.

  --stage dev|prod   which stage (default dev); each has a namespace of its own
  --settings FILE    JSON with the settings (default deploy.<stage>.json, or OUTLAY_ENV where there is no such file)
  --dry-run          checks, builds and packages; sends nothing and changes no database
  --remove           takes away all that was deployed; databases stay
  --patience SECONDS how long to try what was deployed (default 60)
  --verbose          what the deploy tool says, without secrets

OW_APIHOST, OW_AUTH and OW_NAMESPACE say where and as whom; they may stand in the settings or in ~/.wskprops, too.
`

export interface Options {
  readonly stage: string
  readonly settings: string | undefined
  readonly dryRun: boolean
  readonly remove: boolean
  readonly verbose: boolean
  readonly patienceS: number
}

const flags = ['--dry-run', '--remove', '--verbose']

/** Undefined for what is no option, so that a misspelt --dry-run deploys nothing. */
export function optionsIn(words: readonly string[]): Options | undefined {
  const values: { [name: string]: string } = {}
  const set = new Set<string>()
  for (let i = 0; i < words.length; i++) {
    const [name = '', value = words[i + 1]] = (words[i] ?? '').split('=')
    if (flags.includes(name)) set.add(name)
    else if (!['--stage', '--settings', '--patience'].includes(name) || value === undefined) return undefined
    else {
      values[name] = value
      if (!words[i]?.includes('=')) i++
    }
  }
  const stage = values['--stage'] ?? 'dev'
  const patienceS = Number(values['--patience'] ?? 60)
  if (!['dev', 'prod'].includes(stage) || !(patienceS >= 0) || (set.has('--dry-run') && set.has('--remove')))
    return undefined
  return {
    stage,
    settings: values['--settings'],
    dryRun: set.has('--dry-run'),
    remove: set.has('--remove'),
    verbose: set.has('--verbose'),
    patienceS,
  }
}
