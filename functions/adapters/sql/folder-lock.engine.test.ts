import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lockFolder } from './folder-lock.ts'

const locking = suite('the lock of a data folder')
let folder: string

locking.before.each(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'outlay lock ')), 'data')
})
locking.after.each(() => rmSync(join(folder, '..'), { recursive: true }))

locking('makes the folder, and can be taken again once let go', async () => {
  const release = await lockFolder(folder)
  release()
  const again = await lockFolder(folder)
  again()
})

locking('is refused while it is held, and says by whom', async () => {
  const release = await lockFolder(folder)

  assert.is(await sentence(lockFolder(folder)), `The folder ${folder} is in use by process ${process.pid}.`)
  release()
})

locking('goes with the process that held it, even one that is killed', async () => {
  const other = holder(folder)
  const pid = await other.ready
  const whileHeld = await sentence(lockFolder(folder))
  await other.kill()

  const release = await lockFolder(folder)

  assert.is(whileHeld, `The folder ${folder} is in use by process ${pid}.`)
  release()
})

locking('does not trust a process number that a dead process left behind', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'lock.pid'), String(process.pid))

  const release = await lockFolder(folder)
  release()
})

locking('needs a folder that can be written to', async () => {
  const file = join(folder, '..', 'file')
  writeFileSync(file, '')

  assert.is(await sentence(lockFolder(file)), `The folder ${file} cannot be written to.`)
  assert.is(await sentence(lockFolder(join(file, 'data'))), `The folder ${join(file, 'data')} cannot be written to.`)
})

locking.run()

/** Another process that holds the lock until it is killed. */
function holder(folder: string) {
  const module = new URL('./folder-lock.ts', import.meta.url).href
  const script = `
    import(${JSON.stringify(module)})
      .then(({ lockFolder }) => lockFolder(${JSON.stringify(folder)}))
      .then(() => { console.log(process.pid); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    ready: new Promise<number>((resolve) => child.stdout.once('data', (line) => resolve(Number(line)))),
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

async function sentence(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: unknown) => (error instanceof Error && error.name === 'Sentence' ? error.message : String(error)),
  )
}
