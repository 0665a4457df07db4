import { type Day, daysBetween, parseDay } from './day.ts'
import { type Frame, frameOf, frameOfRange } from './insight-frame.ts'
import { always, formatRule, parseRule, periodAt, type RuleHistory } from './period.ts'
import { at, type Refusal } from './refusal.ts'
import { ok, type Result, refuse } from './result.ts'

/** What somebody asks for: a day and perhaps a rule, or a range. */
export interface FrameQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly on?: string | undefined
  readonly rule?: string | undefined
}

/** What the ledger goes by. */
interface Custom {
  readonly rules: RuleHistory
  readonly firstWeekday: number
}

export interface AskedFrame {
  readonly frame: Frame
  /** By what the periods before are told: two frames of one name that end on one period are the same. */
  readonly name: string
}

/** Either a range, or the period that holds a day: by the ledger's rules, or by one that is named. */
export function askedFrame(query: FrameQuery, ledger: Custom, today: Day): Result<AskedFrame, Refusal> {
  if (query.from !== undefined || query.to !== undefined) return askedRange(query)
  const on = query.on === undefined ? ok(today) : dayIn(query.on, '/query/on')
  if (!on.ok) return on
  const rules = askedRules(query.rule, ledger)
  if (!rules.ok) return rules

  const { history, name } = rules.value
  return ok({ frame: frameOf(history, periodAt(history, on.value)), name })
}

function askedRules(text: string | undefined, { rules, firstWeekday }: Custom) {
  if (text === undefined) return ok<{ history: RuleHistory; name: string }>({ history: rules, name: 'own' })
  const rule = parseRule(text, firstWeekday)
  if (!rule.ok) return refuse<Refusal>(at('/query/rule', rule.error))
  return ok({ history: always(rule.value), name: formatRule(rule.value) })
}

function askedRange(query: FrameQuery): Result<AskedFrame, Refusal> {
  for (const name of ['on', 'rule'] as const) if (query[name] !== undefined) return badRange(name)
  if (query.from === undefined) return badRange('from')
  if (query.to === undefined) return badRange('to')
  const start = dayIn(query.from, '/query/from')
  if (!start.ok) return start
  const end = dayIn(query.to, '/query/to')
  if (!end.ok) return end

  const days = daysBetween(start.value, end.value) + 1
  if (days < 1) return badRange('from')
  if (days > mostDays) return badRange('to')
  return ok({ frame: frameOfRange({ start: start.value, end: end.value }), name: 'range' })
}

/** Ten years. */
const mostDays = 3653

const badRange = (name: string) => refuse<Refusal>({ kind: 'bad-range', pointer: `/query/${name}` })

function dayIn(text: string, pointer: string): Result<Day, Refusal> {
  const day = parseDay(text)
  return day.ok ? day : refuse(at(pointer, day.error))
}
