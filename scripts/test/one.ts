// Runs test files one after another in this process and tells the runner, by messages, how each went.
// uvu alone passes without a word over a file that never calls .run(), and knows nothing of a promise that never settles.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import type { Message } from './message.ts'

/** uvu's own: a suite's .run() puts one of these into the queue; `errors` is its text for people. */
type Run = () => Promise<readonly [errors: string | true, passed: number, skipped: number, total: number]>

declare global {
  var UVU_DEFER: number
  var UVU_INDEX: number
  var UVU_QUEUE: Run[][]
}

globalThis.UVU_DEFER = 1
globalThis.UVU_QUEUE = []

hearEverything()
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
process.on('beforeExit', () => void finish('It waits for a promise that never settles.').then(() => process.exit(1)))

for (const file of process.argv.slice(2)) {
  await tell({ kind: 'started' })
  await finish(await runFile(file).catch(inspect))
}
process.exit(0)

/** Answers with what went wrong outside the tests, if anything did. */
async function runFile(file: string): Promise<string | undefined> {
  const runs: Run[] = []
  globalThis.UVU_INDEX = globalThis.UVU_QUEUE.push(runs) - 1
  await import(pathToFileURL(resolve(file)).href)

  for (const run of runs) {
    const [text, passed, skipped, total] = await run()
    const failed = total - passed
    await tell({ kind: 'suite', passed, failed, skipped, errors: text === true ? silence(failed) : text })
  }
  return undefined
}

/** uvu swallows what a before hook throws, and then runs no test. */
function silence(failed: number): string {
  return failed > 0 ? `   FAIL  a before hook threw, so that ${failed} did not run\n` : ''
}

function finish(trouble: string | undefined): Promise<void> {
  return tell(trouble === undefined ? { kind: 'finished' } : { kind: 'finished', trouble })
}

function tell(message: Message): Promise<void> {
  return new Promise((sent) => {
    if (process.send && process.connected) process.send(message, undefined, undefined, () => sent())
    else sent()
  })
}

/** What tests and uvu print goes the way of the results, so that the runner knows whose it is. */
function hearEverything(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
      void tell({ kind: 'said', text: typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk) })
      for (const done of rest) if (typeof done === 'function') done()
      return true
    }
  }
}
