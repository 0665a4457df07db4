import { DummyDriver, Kysely } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Db2Adapter } from './adapter.ts'
import { Db2QueryCompiler } from './compiler.ts'

interface Tables {
  users: { id: string; name: string | null; n: number }
}

const texts = suite('what Kysely’s queries become for Db2')

const db = new Kysely<Tables>({
  dialect: {
    createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new Db2QueryCompiler(),
    createAdapter: () => new Db2Adapter(),
    createIntrospector: () => {
      throw new Error('asked by nobody')
    },
  },
})

const textOf = (query: { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }) => {
  const { sql, parameters } = query.compile()
  return [sql, parameters]
}

texts('names everything in capitals, and stops after so many rows in the standard’s words', () => {
  const query = db.selectFrom('users').select('users.name as called').where('id', '!=', 'a').orderBy('n').limit(10)

  assert.equal(textOf(query), [
    'select "USERS"."NAME" as "CALLED" from "USERS" where "ID" <> ? order by "N" fetch first 10 rows only',
    ['a'],
  ])
})

texts('takes no limit but a whole number, and no offset', () => {
  assert.throws(() => db.selectFrom('users').selectAll().limit(1.5).compile(), /whole number/)
  assert.throws(() => db.selectFrom('users').selectAll().limit(10).offset(5).compile(), /offset/)
})

texts('says the type of a value that no place tells', () => {
  const query = db
    .insertInto('users')
    .columns(['id', 'name', 'n'])
    .expression((from) =>
      from
        .selectFrom('users')
        .select(({ val }) => [val('b').as('id'), val(null).as('name'), val(5).as('n')])
        .where('id', '=', 'a'),
    )

  assert.equal(textOf(query), [
    'insert into "USERS" ("ID", "NAME", "N") select cast(? as varchar(2000)) as "ID", ' +
      'cast(? as varchar(2000)) as "NAME", cast(? as bigint) as "N" from "USERS" where "ID" = ?',
    ['b', null, 5, 'a'],
  ])
})

texts('lets a query beside columns be a query', () => {
  const query = db
    .selectFrom('users')
    .select((one) => one.selectFrom('users as other').select('n').where('other.id', '=', 'a').as('theirs'))

  assert.equal(textOf(query), [
    'select (select "N" from "USERS" as "OTHER" where "OTHER"."ID" = ?) as "THEIRS" from "USERS"',
    ['a'],
  ])
})

texts.run()
