import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mutate, parseMutant } from './mutant.ts'

const text = `breaks: law 1, a sum is the sum of its parts
file: functions/domain/money.ts
test: functions/domain/money.test.ts
red: adds
find:
  return a + b
replace:
  return a - b
`

const mutants = suite('a mutant')

mutants('is read, and put where it fits', () => {
  const mutant = parseMutant(text)

  assert.is(mutant.red, 'adds')
  assert.is(mutate('{\n  return a + b\n}\n', mutant), '{\n  return a - b\n}\n')
})

mutants('does not rot in silence', () => {
  const mutant = parseMutant(text)

  assert.throws(() => mutate('return b + a', mutant), '0 times')
  assert.throws(() => mutate('  return a + b\n  return a + b\n', mutant), '2 times')
  assert.throws(() => parseMutant(text.replace('red: adds\n', '')), 'needs')
  assert.throws(() => parseMutant(text.replace('a - b', 'a + b')), 'to change it')
})

mutants('that is kept in tests/mutants fits the source of today', () => {
  const folder = join('tests', 'mutants')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mutant')) : []
  const misfits = names.flatMap((name) => {
    try {
      const mutant = parseMutant(readFileSync(join(folder, name), 'utf8'))
      mutate(readFileSync(mutant.file, 'utf8'), mutant)
      return hasTest(mutant.test, mutant.red) ? [] : [`${name}: ${mutant.test} has no such test`]
    } catch (cause) {
      return [`${name}: ${String(cause)}`]
    }
  })
  assert.equal(misfits, [])
})

mutants.run()

/** In the file itself, or in a contract that it runs. */
function hasTest(file: string, name: string): boolean {
  const text = readFileSync(file, 'utf8')
  const contracts = [...text.matchAll(/from '([^']+\.contract\.ts)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  )
  return [text, ...contracts.map((path) => readFileSync(path, 'utf8'))].some((one) => one.includes(name))
}
