import type { Engine } from '../../sql/engine-of.ts'
import { migration, type Step } from '../../sql/migrator.ts'

/** Keys have two letters for a sharp s since they are told apart by case no more: "STRASSE" is "Straße" in capitals. */
export const ledger0004 = migration('0004', [
  respelt('accounts', 'name_key'),
  respelt('categories', 'name_key'),
  respelt('payees', 'name_key'),
  respelt('tags', 'tag_key', 'and dropped'),
  respelt('terms', 'term', 'and dropped'),
])

/** A name whose new key another row has keeps the old one, and is listed still; of tags and terms the other row says it all. */
function respelt(table: string, column: string, rest?: 'and dropped'): Step {
  const old = `${column} like '%ß%'`
  return {
    name: table,
    statements: (engine: Engine) => [
      `update ${engine === 'sqlite' ? 'or ignore' : 'ignore'} ${table} set ${column} = replace(${column}, 'ß', 'ss') where ${old}`,
      ...(rest ? [`delete from ${table} where ${old}`] : []),
    ],
  }
}
