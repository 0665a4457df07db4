import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { GenericSchema } from 'valibot'
import { Name } from '../../../api/shapes.ts'
import { EmailText, LocaleText, ZoneText } from '../../../api/users.ts'
import { identitySchema } from './index.ts'

// Derby, on which the adapters are tested, takes more than Db2 does; so what its manual says is asked of the texts. Limits
// are those of the smallest pages, which a database has that nobody gave others.

const onDb2 = suite('the identity schema on Db2')

const statements = identitySchema.steps.flatMap((step) => step.statements('db2'))
const tables = new Map(statements.flatMap(tableIn))
const keys = [...tables].flatMap(([table, { keys }]) => keys.map((key) => ({ table, ...key })))
const indexes = statements.flatMap(indexIn)

onDb2('is made of statements that every edition knows', () => {
  const known = /^(CREATE TABLE \w+ \(|CREATE INDEX \w+ ON \w+ \(|ALTER TABLE \w+ ADD COLUMN \w+ )/
  assert.equal(
    statements.filter((statement) => !known.test(statement)),
    [],
  )
  assert.is(tables.size, 8)
})

onDb2('has columns of four types, none of them fixed in length or without an end', () => {
  for (const [table, { columns }] of tables) {
    const strange = [...columns].filter(([, type]) => !/^(VARCHAR\(\d+\)|BIGINT|INTEGER|SMALLINT)$/.test(type.word))
    assert.equal(strange, [], table)
  }
})

onDb2('holds four bytes for each character that the API takes', () => {
  const written: readonly (readonly [string, string, GenericSchema])[] = [
    ['users', 'email', EmailText],
    ['users', 'name', Name],
    ['mail_tokens', 'email', EmailText],
  ]
  for (const [table, column, schema] of written) assert.is(bytesOf(table, column), 4 * mostIn(schema), column)

  // words out of a list, which have no letters but English ones
  assert.ok(bytesOf('users', 'display_locale') >= mostIn(LocaleText))
  for (const table of ['users', 'report_schedules']) assert.ok(bytesOf(table, 'display_zone') >= mostIn(ZoneText))
  // cut to 255 characters by us
  assert.is(bytesOf('sessions', 'agent'), 4 * 255)
})

onDb2('has keys that are never NULL and fit into an index', () => {
  assert.ok(keys.length > 10 && indexes.length > 8)
  for (const { table, columns, isUnique } of [...keys, ...indexes]) {
    const types = columns.map((column) => tables.get(table)?.columns.get(column))
    assert.not(types.includes(undefined), `${table} ${columns}`)
    if (isUnique)
      assert.ok(
        types.every((type) => type && !type.isNullable),
        `${table} ${columns}`,
      )
    assert.ok(types.reduce((sum, type) => sum + (type?.bytes ?? 0) + 3, 0) <= 1024, `${table} ${columns}`)
  }
})

onDb2('has rows that fit onto a page', () => {
  for (const [table, { columns }] of tables) {
    const bytes = [...columns.values()].reduce((sum, type) => sum + type.bytes + 5, 0)
    assert.ok(bytes <= 4005, `${table}: ${bytes}`)
  }
})

onDb2('has names of up to 128 letters, each index another one', () => {
  const names = [...tables.keys(), ...indexes.map(({ name }) => name), ...keys.map(({ name }) => name)]
  assert.equal(
    names.filter((name) => name.length > 128),
    [],
  )
  assert.is(new Set(indexes.map(({ name }) => name)).size, indexes.length)
})

onDb2.run()

interface Type {
  readonly word: string
  readonly bytes: number
  readonly isNullable: boolean
}

interface Key {
  readonly name: string
  readonly columns: readonly string[]
  readonly isUnique: boolean
}

type Table = { readonly columns: Map<string, Type>; readonly keys: readonly Key[] }

function tableIn(statement: string): readonly (readonly [string, Table])[] {
  const [, name = '', body = ''] = /^CREATE TABLE (\w+) \((.*)\)$/.exec(statement) ?? []
  if (!name) return []
  const parts = body.split(/, (?![^(]*\))/)
  const columns = parts.flatMap((part) => {
    const [, column = '', word = '', rest = ''] = /^([a-z]\w*) ([A-Z]+(?:\(\d+\))?)(.*)$/.exec(part) ?? []
    return column ? [[column, typeOf(word, rest)] as const] : []
  })
  const keys = parts.flatMap((part) => {
    const [, key = '', list = ''] = /^(?:CONSTRAINT )?(\w+) (?:KEY|UNIQUE) \((.*)\)$/.exec(part) ?? []
    return list ? [{ name: key, columns: list.split(', '), isUnique: true }] : []
  })
  return [[name, { columns: withAdded(name, new Map(columns)), keys }]]
}

function withAdded(table: string, columns: Map<string, Type>): Map<string, Type> {
  for (const statement of statements) {
    const [, name, column = '', word = '', rest = ''] =
      /^ALTER TABLE (\w+) ADD COLUMN (\w+) (\w+(?:\(\d+\))?)(.*)$/.exec(statement) ?? []
    if (name === table) columns.set(column, typeOf(word, rest))
  }
  return columns
}

function indexIn(statement: string): readonly (Key & { readonly table: string })[] {
  const [, name = '', table = '', list = ''] = /^CREATE INDEX (\w+) ON (\w+) \((.*)\)$/.exec(statement) ?? []
  return name ? [{ name, table, columns: list.split(', '), isUnique: false }] : []
}

function typeOf(word: string, rest: string): Type {
  const whole: { readonly [word: string]: number } = { SMALLINT: 2, INTEGER: 4, BIGINT: 8 }
  const [, length] = /\((\d+)\)/.exec(word) ?? []
  return { word, bytes: length ? Number(length) : (whole[word] ?? Number.NaN), isNullable: !/NOT NULL/.test(rest) }
}

const bytesOf = (table: string, column: string) => tables.get(table)?.columns.get(column)?.bytes ?? 0

/** How many characters a text of the API may have. */
function mostIn(schema: GenericSchema): number {
  const pipe = (schema as { readonly pipe?: readonly { readonly type?: string; readonly requirement?: unknown }[] })
    .pipe
  return Number(pipe?.find(({ type }) => type === 'max_length')?.requirement)
}
