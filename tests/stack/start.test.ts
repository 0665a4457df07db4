import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../support/client.ts'
import { leaveOut } from '../support/left-out.ts'
import { realEnginesLack } from '../support/real-engines.ts'
import { versitygwPath } from '../support/s3.ts'

const lack = realEnginesLack() ?? (versitygwPath() ? undefined : 'there is no versitygw')
if (lack) leaveOut('npm run stack', `${lack}; scripts/test-setup installs it`)
else tests()

function tests(): void {
  const stack = suite('npm run stack')

  stack('has a household in it, finds itself well, and leaves nothing behind', async () => {
    const program = script('stack', { PORT: '0', LOG: 'off' })
    const url = await program.says(/^Outlay is at (\S+), /m)
    const body = { email: 'asha@example.org', password: 'correct horse battery' }
    const { accessToken } = (await callerOf(url)('POST', '/v1/sessions', { body })).body as { accessToken: string }
    const { body: insights } = await callerOf(url)('GET', '/v1/ledgers/default/insights', { token: accessToken })
    assert.match(JSON.stringify(insights), /"currency":"EUR"/)
    assert.match(program.said(), /^Mail: Confirm your address/m)

    const given = [...program.said().matchAll(/^ {2}export (\w+)='(.*)'$/gm)].map(([, name, text]) => [name, text])
    const env = Object.fromEntries(given)
    const doctor = script('doctor', env)
    assert.is(await doctor.ended, 0, doctor.said())
    assert.is(doctor.said().match(/^ok /gm)?.length, 7, doctor.said())

    program.end()
    assert.is(await program.ended, 0, program.said())
    assert.not.ok(existsSync(env.OUTLAY_DATA))
  })

  stack.run()
}

/** One of our own programs, with what it says. */
function script(name: string, env: { readonly [name: string]: string | undefined }) {
  const child = spawn(process.execPath, ['scripts/run.mjs', name], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const look of heard) look()
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    said: () => said,
    ended,
    end: () => child.kill(),
    says: (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(said)?.[1]
          if (found) resolve(found)
        }
        heard.push(look)
        look()
        void ended.then(() => reject(new Error(said)))
      }),
  }
}
