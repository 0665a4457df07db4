import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { needed, perhaps } from '../../functions/adapters/setting.ts'
import { isDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { Sentence } from '../../functions/domain/sentence.ts'
import { apihost, auth, deployed, namespace } from '../../functions/settings.ts'

/** Where to deploy, and as whom. */
export interface Place {
  readonly apihost: string
  readonly auth: string
  readonly namespace: string
}

type Texts = { readonly [name: string]: string }
type Env = { readonly [name: string]: string | undefined }

/**
 * From the file of the stage, or from OUTLAY_ENV where there is none: what begins with OW_ says where to deploy, all
 * else is bound to the actions. The environment comes before the file, the file before ~/.wskprops.
 */
export function placeAndSettings(stage: string, file: string | undefined, env: Env): { place: Place; settings: Texts } {
  const usual = `deploy.${stage}.json`
  const source = file ?? (existsSync(usual) ? usual : undefined)
  const read =
    source === undefined ? parsed(perhaps(env, deployed) ?? '{}', deployed.name) : parsed(textOf(source), source)
  const isPlace = ([name]: [string, string]) => name.startsWith('OW_')
  const here = { ...wskProps(env), ...Object.fromEntries(Object.entries(read).filter(isPlace)), ...own(env) }
  return {
    place: {
      apihost: needed(here, apihost).replace(/\/+$/, ''),
      auth: needed(here, auth),
      namespace: needed(here, namespace),
    },
    settings: Object.fromEntries(Object.entries(read).filter((entry) => !isPlace(entry))),
  }
}

/** What the build is told beside: where people are kept in Db2, the zips that ask for them carry its client. */
export const buildOptions = ({ OUTLAY_IDENTITY = '' }: Texts): readonly string[] =>
  isDb2(OUTLAY_IDENTITY) ? ['--db2'] : []

const own = (env: Env): Texts =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (/^OW_/.test(name) && value ? [[name, value] as const] : [])),
  )

/** The file of OpenWhisk's own tool, read to the end of each line: a key may hold an equals sign. */
function wskProps(env: Env): Texts {
  const file = env.WSK_CONFIG_FILE || join(homedir(), '.wskprops')
  if (!existsSync(file)) return {}
  const pairs = textOf(file)
    .split('\n')
    .flatMap((line) => /^\s*(APIHOST|AUTH|NAMESPACE)\s*=\s*(\S+)/.exec(line)?.slice(1, 3) ?? [])
  return Object.fromEntries(
    pairs.flatMap((name, i) => (i % 2 === 0 ? [[`OW_${name}`, pairs[i + 1] ?? ''] as const] : [])),
  )
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Sentence(`${file} cannot be read.`, { cause })
  }
}

function parsed(json: string, where: string): Texts {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Sentence(`${where} is not JSON.`)
  }
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {})
  const wrong = entries.find(([, one]) => typeof one !== 'string' || one === '')
  if (wrong) throw new Sentence(`${where}: ${wrong[0]} is not a text, or empty.`)
  return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]))
}
