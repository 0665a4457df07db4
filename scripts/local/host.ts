import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { main as reportJob } from '../../functions/actions/report-job/action.ts'
import { inProcess } from '../../functions/adapters/jobs/in-process.ts'
import { parseMail } from '../../functions/adapters/mail/settings.ts'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { parseObjects } from '../../functions/adapters/objects/settings.ts'
import { lockFolder } from '../../functions/adapters/sql/folder-lock.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'
import { close as closePorts, letters, mailer, objects } from '../../functions/compose.ts'
import { Sentence } from '../../functions/domain/sentence.ts'
import { answerBy } from '../../functions/host/answer.ts'
import { close } from '../../functions/host/closing.ts'
import { type Answer, serverOf } from '../../functions/host/server.ts'
import { actions } from './actions.ts'
import { type HostKeys, keysIn } from './keys.ts'
import { outboxAnswer } from './outbox.ts'
import { filesAnswer } from './own.ts'
import { type Planes, prepare, settle } from './planes.ts'
import type { HostSettings } from './settings.ts'

export interface Host {
  readonly url: string
  /** The settings of all actions. */
  readonly env: object
  /** Answers what is under way, closes the databases and lets go of the folder. */
  close(): Promise<void>
}

/** Runs all actions in this process on one port and one folder. Throws a `Sentence` for what a person can mend. */
export async function startHost(settings: HostSettings): Promise<Host> {
  const unlock = await lockFolder(settings.data)
  try {
    const keys = keysIn(settings.data)
    const planes = await prepare(settings)

    const env = envOf(settings, planes, keys)
    const own = await ownAnswers(env)
    const files = async () => (await import('outlay:site')).default
    const routes = { ...table, site }
    const byActions = answerBy({ routes, actions, site: 'site', files, env: () => env })
    const server = serverOf((incoming) => (own(incoming.path) ?? byActions)(incoming))
    const { port } = await listen(server, settings)
    const url = `http://localhost:${port}`
    env.PUBLIC_URL ??= url
    inProcess.runBy((batch) => reportJob({ env, ...batch }))
    return { url, env, close: () => stop(server, planes, unlock) }
  } catch (error) {
    await closePorts()
    unlock()
    throw error
  }
}

type Env = { [name: string]: string | undefined }

/** All but PUBLIC_URL, which may be known only once somebody listens. */
function envOf({ data, env }: HostSettings, planes: Planes, keys: HostKeys): Env {
  return {
    TOKEN_PRIVATE_KEY: keys.privateKey,
    TOKEN_PUBLIC_KEYS: keys.publicKeys,
    FILES_SECRET: keys.filesSecret,
    OUTLAY_OBJECTS: `folder:${join(data, 'objects')}`,
    OUTLAY_MAIL: `outbox:${join(data, 'outbox')}`,
    OUTLAY_JOBS: 'in-process',
    ...env,
    ...planes,
  }
}

/**
 * What no action answers: files and mails where they are in folders. Where they are elsewhere, whoever is there is made
 * ready now, so that wrong settings are a sentence at the start.
 */
async function ownAnswers(env: Env): Promise<(path: string) => Answer | undefined> {
  const files = parseObjects(env.OUTLAY_OBJECTS ?? '')
  if (files.store !== 'folder') await objects(env)
  const mails = parseMail(env.OUTLAY_MAIL ?? '')
  if (mails.way !== 'outbox') await mailer(env)

  const outbox = mails.way === 'outbox' ? outboxAnswer(mails.folder, () => letters(env)) : undefined
  const signed = (folder: string): Answer =>
    filesAnswer(() => {
      const { PUBLIC_URL: publicUrl = '', FILES_SECRET: secret = '' } = env
      return { folder, publicUrl, secret, clock: systemClock }
    })
  const folder = files.store === 'folder' ? signed(files.folder) : undefined
  return (path) => {
    if (/\/files\//.test(path)) return folder
    return /^\/outbox(\/|$)/.test(path) ? outbox : undefined
  }
}

async function listen(server: Server, { port, host }: HostSettings): Promise<AddressInfo> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new Sentence(whyNot(cause, port, host), { cause })
  }
  const address = server.address()
  if (typeof address === 'string' || !address) throw new Error('A server on a port has an address')
  return address
}

function whyNot(cause: unknown, port: number, host: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`
  return `Outlay cannot listen on ${host}, port ${port} (${code}).`
}

/** Milliseconds that answers under way may still take. */
const patienceMs = 10_000

async function stop(server: Server, planes: Planes, unlock: () => void): Promise<void> {
  await close(server, patienceMs)
  inProcess.runBy(undefined)
  await inProcess.idle()
  await settle(planes).finally(closePorts).finally(unlock)
}
