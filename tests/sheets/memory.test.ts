import { spawnSync } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const memory = suite('drawing for long')

memory('leaves a process no larger after 200 different reports than after 20', () => {
  const args = ['--expose-gc', '--import', 'tsx', 'tests/sheets/grow.ts']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  assert.is(status, 0, stderr)

  const [early = 0, late = 0] = stdout.trim().split('\n').map(Number)
  const megabytes = (late - early) / 1024 / 1024
  assert.ok(early > 10 * 1024 * 1024, 'nothing was drawn')
  // shaped words are kept up to a bound: 180 reports may add that much, and nothing for each
  assert.ok(megabytes < 8, `${megabytes.toFixed(1)} MB more`)
})

memory.run()
