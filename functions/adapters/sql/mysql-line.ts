import type { FieldPacket, PoolConnection, ResultSetHeader } from 'mysql2'
import { Unavailable } from '../../ports/unavailable.ts'
import { bindable } from './bind.ts'
import { named } from './named.ts'

/** Rows, or what a statement changed. */
export type Answer = never[] | ResultSetHeader

/** One connection for as long as it lives, whoever has it. */
export class MysqlLine {
  readonly raw: PoolConnection
  /** When it was given back, by the clock on the wall: other clocks stand still while a container is frozen. */
  lastUsed = Date.now()
  readonly #statementMs: number
  #isGone = false
  #timer: NodeJS.Timeout | undefined
  #giveUp: (() => void) | undefined

  constructor(raw: PoolConnection, statementMs: number) {
    this.raw = raw
    this.#statementMs = statementMs
    // an error that nobody hears would end the process; not dropped here, for what is under way has still to hear of it
    for (const event of ['error', 'end']) raw.on(event, () => this.#end())
  }

  /** It broke or was dropped, and is of no more use. */
  get isGone(): boolean {
    return this.#isGone
  }

  drop(): void {
    this.#end()
    this.raw.destroy()
  }

  /** `query`, not `execute`: upserts of many widths would fill the server's table of prepared statements. */
  send(sql: string, parameters: readonly unknown[], asTuples: boolean): Promise<Answer> {
    const values = parameters.map(asMysql)
    return new Promise((resolve, reject) => {
      if (!changesSchema.test(sql)) this.#hurry(() => reject(new Unavailable('The database did not answer in time')))
      // not in the form with options, which takes longer (measured)
      this.raw.query<Answer>(sql, values, (error, answer, fields) => {
        this.#giveUp = undefined
        if (error) reject(error)
        else if (asTuples || !Array.isArray(answer)) resolve(answer)
        else resolve(named(answer, fields.map(nameOf)))
      })
    })
  }

  isThere(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(resolve, withinMs, false)
      this.raw.ping((error) => {
        clearTimeout(giveUp)
        resolve(!error)
      })
    })
  }

  #end(): void {
    this.#isGone = true
  }

  /** One timer for all statements: one for each, as mysql2 has it, takes longer than all else that we add (measured). */
  #hurry(giveUp: () => void): void {
    this.#giveUp = giveUp
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.#giveUp?.(), this.#statementMs).unref()
  }
}

/** The same text for a name each time: by one that has just come in, a field is set many times slower (measured). */
function nameOf({ name }: FieldPacket): string {
  const known = names.get(name)
  if (known === undefined) names.set(name, name)
  return known ?? name
}

/** As many as our statements have columns. */
const names = new Map<string, string>()

const changesSchema = /^\s*(create|alter|drop)\b/i

type Value = string | bigint | Buffer | null

export function asMysql(value: unknown): Value {
  const bound = bindable(value)
  return bound instanceof Uint8Array ? Buffer.from(bound.buffer, bound.byteOffset, bound.byteLength) : bound
}
