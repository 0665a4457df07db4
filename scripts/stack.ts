import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sentence } from '../functions/domain/sentence.ts'
import { realEnginesLack, startRealEngines } from '../tests/support/real-engines.ts'
import type { SentMail } from '../tests/support/sendgrid-stub.ts'
import { startCommand } from './start-command.ts'

const usage = `npm run stack

Runs Outlay on the engines of a deployment, for as long as this runs and in folders that are gone with it: MariaDB for
ledgers, Db2's driver against a server that speaks its protocol for people, a server that speaks S3 for files, a stub of
SendGrid for mails. Seeds a sample household and names every mail that is sent. PORT chooses the port; q stops it all.
Needs what scripts/test-setup installs.
`

if (process.argv.length > 2) {
  process.stdout.write(usage)
  process.exit(process.argv.includes('--help') ? 0 : 1)
}
const say = (line: string) => process.stdout.write(`${line}\n`)
const lack = realEnginesLack()
if (lack) throw new Sentence(`The stack cannot be started: ${lack}. scripts/test-setup installs it.`)

const folder = mkdtempSync(join(tmpdir(), 'outlay-stack-'))
// databases go with this process by themselves
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
/** The second is what Ctrl-C sends where keys are read one by one. */
const leaving = ['q', '\u0003']
let end = (): unknown => process.exit(1)
listen()
say('Starting the engines …')
const engines = await startRealEngines()
const watch = setInterval(tellMails, 500)
const env = { ...process.env, ...engines.env, OUTLAY_DATA: folder }
const host = spawn(process.execPath, startCommand, {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
})
process.once('exit', () => host.kill())

let isLeaving = false
end = () => stop(0)
const url = await address(host)
await seed()
say('For npm run doctor and its like, in another window:')
for (const [name, text] of Object.entries({ ...engines.env, OUTLAY_DATA: folder })) say(`  export ${name}='${text}'`)
say(`Outlay is at ${url}, on all of these. ${process.stdin.isTTY ? 'Press q to stop it.' : ''}`.trimEnd())

/** What the program says once it is up; what it says after that is shown. */
function address(program: ChildProcess): Promise<string> {
  program.once('exit', () => void stop(1))
  return new Promise((resolve) => {
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [, found] = /^Outlay is at (\S+)$/m.exec(text) ?? []
      if (found) resolve(found)
      else process.stdout.write(text)
    })
  })
}

async function seed(): Promise<void> {
  const seeding = spawn(process.execPath, ['scripts/run.mjs', 'seed', url], { stdio: ['ignore', 'inherit', 'inherit'] })
  await once(seeding, 'exit')
}

/** Each mail is a page in the folder: nobody delivers it. */
function tellMails(): void {
  for (const mail of engines.sendgrid.taken.splice(0)) say(`Mail: ${mail.subject} (${kept(mail)})`)
}

function kept({ content, custom_args }: SentMail): string {
  const file = join(folder, `mail-${custom_args?.mail_id}.html`)
  writeFileSync(file, content.find(({ type }) => type === 'text/html')?.value ?? '')
  return file
}

/** A key of a terminal, or a signal. */
function listen(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
  if (!process.stdin.isTTY) return
  process.stdin.setRawMode(true).on('data', (key) => leaving.includes(String(key)) && void end())
}

async function stop(code: number): Promise<void> {
  if (isLeaving) return
  isLeaving = true
  clearInterval(watch)
  if (host.exitCode === null) {
    const gone = once(host, 'exit')
    host.kill()
    await gone
  }
  await engines.stop()
  process.exit(code)
}
