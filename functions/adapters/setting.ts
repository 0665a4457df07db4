import { Sentence } from '../domain/sentence.ts'

/** Programs around the functions. */
export const programs = ['local host', 'image', 'deploy', 'db2:install'] as const

/** Who reads a setting: all functions, those of a plane, or a program around them. */
export const parts = ['every function', 'identity', 'ledger', 'objects', 'mail', 'reports', ...programs] as const
export type Part = (typeof parts)[number]

/** One thing that can be set. A plain value, so that a bundle carries only those that its action asks for. */
export interface Setting<Value> {
  readonly name: string
  /** For whoever sets it, in a table of the documentation; other settings are named without quotes of any kind. */
  readonly meaning: string
  readonly readBy: readonly [Part, ...Part[]]
  /** True where its text is, or holds, what nobody else may know. */
  readonly isSecret?: true
  /** True where a program finds it by itself, and nobody has to know of it. */
  readonly isFound?: true
  /** What holds where it is not set, as it would be written. */
  readonly usual?: string
  /** The same for the local host alone; {data} stands for its folder. */
  readonly usualHere?: string
  /** Whether nothing lacks without it, with these other settings. Absent: it has a usual text, or has to be set. */
  readonly mayLack?: (env: unknown) => boolean
  /** What a text means. Throws a `Sentence` that does not repeat the text: it may be a secret. */
  readonly read: (text: string) => Value
}

/** Whether it is bound to actions when they are deployed. */
export const isOfActions = ({ readBy }: Setting<unknown>): boolean =>
  readBy.some((part) => !programs.some((program) => program === part))

/** Throws a `Sentence` that names the setting, where it is missing or its text is wrong. */
export function needed<Value>(env: unknown, setting: Setting<Value>): Value {
  const value = perhaps(env, setting)
  if (value === undefined) throw new Sentence(`The setting ${setting.name} is missing.`)
  return value
}

/** The same where it may be missing. */
export function perhaps<Value>(env: unknown, { name, usual, read }: Setting<Value>): Value | undefined {
  const text = textOf(env, name) ?? usual
  if (text === undefined) return undefined
  try {
    return read(text)
  } catch (error) {
    throw error instanceof Sentence && !error.message.includes(name)
      ? new Sentence(`${name}: ${error.message}`, { cause: error })
      : error
  }
}

/** What it means, where it is set and right: for who does not have to say what is wrong with it. */
export function valid<Value>(env: unknown, setting: Setting<Value>): Value | undefined {
  try {
    return perhaps(env, setting)
  } catch {
    return undefined
  }
}

/** One sentence for each of these that is missing or wrong. */
export function faultsOf(env: unknown, settings: readonly Setting<unknown>[]): readonly string[] {
  return settings.flatMap((setting) => {
    try {
      if (setting.mayLack?.(env)) perhaps(env, setting)
      else needed(env, setting)
      return []
    } catch (error) {
      if (error instanceof Sentence) return error.message
      throw error
    }
  })
}

/** Settings are bound to an action as one parameter, an object or its JSON; without it they are the process's own. */
function textOf(env: unknown, name: string): string | undefined {
  const texts: unknown = typeof env === 'string' ? parsed(env) : (env ?? process.env)
  const text = typeof texts === 'object' && texts !== null ? Reflect.get(texts, name) : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** An engine's message would repeat a part of the text, and there are secrets in it. */
function parsed(env: string): unknown {
  try {
    return JSON.parse(env)
  } catch {
    throw new Sentence('The parameter env is not JSON.')
  }
}

/** A whole number from `least` to `most`, written with digits alone. */
export function wholeNumber(text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new Sentence(`This is no whole number from ${least} to ${most}.`)
  return value
}
