import { parseEngine } from '../../functions/adapters/sql/engine.ts'
import * as compose from '../../functions/compose.ts'
import type { SessionId, UserId } from '../../functions/domain/ids.ts'
import { faultsOfPorts } from '../../functions/host/ports.ts'

type Texts = { readonly [name: string]: string }

/** One sentence per thing that keeps the actions from starting with these settings. Reaches both databases. */
export async function faultsOfSettings(settings: Texts, stage: string): Promise<readonly string[]> {
  try {
    const shape = [...faultsOfPlaces(settings), ...faultsOfWork(settings, stage), ...(await faultsOfPorts(settings))]
    return shape.length > 0 ? shape : [...(await faultsOfKeys(settings)), ...(await faultsOfPlanes(settings))]
  } finally {
    await compose.close()
  }
}

function faultsOfPlaces({ OUTLAY_IDENTITY = '', OUTLAY_LEDGER = '', PUBLIC_URL = '' }: Texts): readonly string[] {
  const files = Object.entries({ OUTLAY_IDENTITY, OUTLAY_LEDGER }).filter(([, place]) => isFile(place))
  const isOpen = /^http:/.test(PUBLIC_URL) && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${PUBLIC_URL}/`)
  return [
    ...files.map(([name]) => `${name} is a file: an action has no disk. Name a database server.`),
    ...(isOpen ? ['PUBLIC_URL has to begin with https: cookies and tokens would be readable on the way.'] : []),
  ]
}

/** What works in one process does not where a call ends with its answer, and no disk outlives it. */
function faultsOfWork({ OUTLAY_JOBS, OUTLAY_OBJECTS = '', OUTLAY_MAIL = '' }: Texts, stage: string): readonly string[] {
  const folders = [
    ...(OUTLAY_OBJECTS.startsWith('folder:') ? ['OUTLAY_OBJECTS'] : []),
    ...(OUTLAY_MAIL.startsWith('outbox:') ? ['OUTLAY_MAIL'] : []),
  ]
  return [
    ...(OUTLAY_JOBS === 'in-process'
      ? ['OUTLAY_JOBS has to be openwhisk here: no action goes on after its answer.']
      : []),
    // on one machine all containers may share a disk: good enough to try things
    ...(stage === 'prod' ? folders : []).map((name) => `${name} is a folder: what is put there is lost.`),
  ]
}

function isFile(place: string): boolean {
  try {
    return parseEngine(place).engine === 'sqlite'
  } catch {
    // said when the port starts
    return false
  }
}

async function faultsOfKeys(settings: Texts): Promise<readonly string[]> {
  const [writer, reader] = await Promise.all([compose.tokenWriter(settings), compose.tokens(settings)])
  const id = '00000000-0000-7000-8000-000000000000'
  const claims = { userId: id as UserId, sessionId: id as SessionId, level: 1, issuedMs: 0, expiresMs: 60_000 }
  const isPair = reader.read(writer.write(claims), 1) !== undefined
  return isPair ? [] : ['TOKEN_PUBLIC_KEYS has not the public key of TOKEN_PRIVATE_KEY: nobody could log in.']
}

async function faultsOfPlanes(settings: Texts): Promise<readonly string[]> {
  const planes = await compose.planes(settings)
  const asked = { identity: 'OUTLAY_IDENTITY', ledger: 'OUTLAY_LEDGER' } as const
  const faults: string[] = []
  for (const [plane, name] of Object.entries(asked)) {
    if (!(await planes.up(plane as keyof typeof asked))) faults.push(`The database of ${name} does not answer.`)
  }
  return faults
}
