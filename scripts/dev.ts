import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { sourcesStamp } from './sources.mjs'
import { startCommand } from './start-command.ts'

const help = `npm run dev

npm start, again after every change in functions/, site/ or scripts/. Its data is in data/dev unless OUTLAY_DATA says
otherwise; the sample household is put into it once.`

/** Apart from the data of npm start, for seeds and half-made programs write into it. */
const env = { ...process.env, OUTLAY_DATA: process.env.OUTLAY_DATA || 'data/dev' }

/** Milliseconds between looks at the sources; a look takes about five. */
const glance = 400

let host: ChildProcess | undefined
let isSeeded = false

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
if (process.argv.includes('--help')) console.log(help)
else await main()

async function main(): Promise<never> {
  for (;;) {
    const seen = sourcesStamp(process.cwd())
    start()
    while (sourcesStamp(process.cwd()) === seen) await pause(glance)
    console.log('A source has changed: starting again.')
    await stop()
  }
}

/** It builds what has changed and says what is wrong; then it is gone, and the next change starts it again. */
function start(): void {
  host = spawn(process.execPath, startCommand, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  host.stdout?.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text)
    const [, url] = /^Outlay is at (\S+)$/m.exec(text) ?? []
    if (url) seed(url)
  })
}

async function stop(): Promise<void> {
  const leaving = host
  if (!leaving || leaving.exitCode !== null || leaving.signalCode !== null) return
  const left = new Promise((resolve) => leaving.once('exit', resolve))
  leaving.kill()
  await left
}

function seed(url: string): void {
  if (isSeeded) return
  isSeeded = true
  spawn(process.execPath, ['scripts/run.mjs', 'seed', url], { env, stdio: 'inherit' })
}
