import { connect, createServer, type Server, type Socket } from 'node:net'
import {
  asLast,
  bodyOf,
  cutter,
  type Dss,
  dss,
  type Parameter,
  parameterOf,
  parameters,
  parametersOf,
  withBody,
} from './dss.ts'
import { asDb2 } from './sql-states.ts'

// Lets IBM's own client talk to the network server of Apache Derby, which speaks DRDA too but is another server than the
// client knows. Whatever is said here of Db2 was read off its documentation; the client's side was read off the wire.

/** Listens on `port` of this machine (0: any) and passes what comes on to Derby's port. */
export function shimServer(derbyPort: number): Server {
  return createServer((client) => {
    const derby = connect(derbyPort, '127.0.0.1')
    // without it each query waits for a delayed acknowledgement
    for (const socket of [client, derby]) socket.setNoDelay(true)
    const talk = new Talk(client, derby)
    client.on(
      'data',
      guarded(
        talk,
        cutter((one) => talk.asked(one)),
      ),
    )
    derby.on(
      'data',
      guarded(
        talk,
        cutter((one) => talk.answered(one)),
      ),
    )
    for (const socket of [client, derby]) socket.on('error', () => talk.end()).on('close', () => talk.end())
  })
}

/** What this does not understand ends one conversation, not the server. */
const guarded = (talk: Talk, take: (piece: Buffer) => void) => (piece: Buffer) => {
  try {
    take(piece)
  } catch (error) {
    process.stderr.write(`drda shim: ${error}\n`)
    talk.end()
  }
}

const point = {
  SRVRLSLV: 0x115a,
  SVRCOD: 0x1149,
  EXCSATRD: 0x1443,
  EXCSQLSTT: 0x200b,
  OPNQRY: 0x200c,
  CNTQRY: 0x2006,
  CLSQRY: 0x2005,
  PRDID: 0x112e,
  RDBNAM: 0x2110,
  PKGNAMCSN: 0x2113,
  QRYINSID: 0x215b,
  QRYCLSIMP: 0x215d,
  ACCRDBRM: 0x2201,
  OPNQRYRM: 0x2205,
  ENDQRYRM: 0x220b,
  SQLCARD: 0x2408,
  QRYDTA: 0x241b,
} as const

/** Parameters that Derby refuses as unknown: 0x210E of several commands, and whether a commit lets the connection go. */
const unknown = [0x210e, 0x119f]

/** A level of Db2 that the client gets on with; it refuses Derby's own name, and wants the same one wherever it is said. */
const level = 'SQL09070'
const levelInEbcdic = Buffer.from('e2d8d3f0f9f0f7f0', 'hex')
const derbysLevel = 'CSS10081'

class Talk {
  readonly #client: Socket
  readonly #derby: Socket
  /** The correlation of a licence probe that was kept from Derby, until it is answered. */
  #probe: number | undefined
  #probeAnswered = false
  /** The query that the client reads from, when it wants it closed with the last row. */
  #reading: Buffer | undefined
  readonly #instances = new Map<string, Buffer>()
  /** Waits for Derby's answer to a close that the client has not asked for. */
  #held: Buffer | undefined
  /** A request that is not the last of its chain goes on with the one behind it. */
  #behind: Buffer | undefined
  #isAnswering = false
  #isLeaving = false

  constructor(client: Socket, derby: Socket) {
    this.#client = client
    this.#derby = derby
  }

  end(): void {
    this.#client.destroySoon()
    this.#derby.destroy()
  }

  asked(one: Dss): void {
    if (one.wantsReply) this.#pass(this.#smoothed(one), one.chained)
    else this.#leave()
  }

  #pass(bytes: Buffer | undefined, isChained: boolean): void {
    const waited = this.#behind
    this.#behind = isChained ? bytes : undefined
    for (const one of isChained ? [waited] : [waited, bytes]) if (one) this.#derby.write(one)
    this.#isAnswering = true
  }

  /** The client's good-bye wants no reply and is none that Derby knows. Db2 ends the line then; the client waits for that. */
  #leave(): void {
    this.#isLeaving = true
    const last = this.#behind
    if (last) this.#derby.write(asLast(last))
    else if (!this.#isAnswering) this.end()
  }

  #smoothed(one: Dss): Buffer | undefined {
    const { bytes, codePoint, correlation } = one
    if (codePoint === point.EXCSQLSTT && bytes.includes('DB2LIC')) {
      this.#probe = correlation
      this.#probeAnswered = false
    }
    if (this.#probe === correlation) return undefined
    const all = codePoint !== undefined && codePoint < 0x2400 ? parametersOf(bodyOf(one)) : undefined
    if (codePoint === point.OPNQRY) {
      this.#reading = parameterOf(all, point.QRYCLSIMP)?.[0] === 1 ? parameterOf(all, point.PKGNAMCSN) : undefined
    }
    const known = all?.filter(([parameter]) => !unknown.includes(parameter))
    return known && known.length < (all?.length ?? 0) ? withBody(one, parameters(known)) : bytes
  }

  answered(one: Dss): void {
    this.#translate(one)
    this.#isAnswering = one.chained || this.#held !== undefined
    if (this.#isLeaving && !this.#isAnswering) this.end()
  }

  #translate(one: Dss): void {
    if (this.#held) {
      this.#client.write(this.#held)
      this.#held = undefined
      return
    }
    const moved = this.#probe === undefined ? one : this.#pastProbe(one, this.#probe)
    if (moved.codePoint === point.OPNQRYRM) this.#note(moved)
    const last = this.#reading && moved.codePoint === point.QRYDTA && !moved.chained ? endOf(moved) : undefined
    if (this.#reading && last) this.#close(moved, this.#reading, last)
    else this.#client.write(translated(moved))
  }

  /** Derby counts what it gets, so its numbers are one behind from where the probe was. */
  #pastProbe(one: Dss, probe: number): Dss {
    if (one.correlation < probe) return one
    if (!this.#probeAnswered) this.#client.write(dss('object', probe, point.SQLCARD, nothingWrong, 'other'))
    this.#probeAnswered = true
    if (!one.chained) this.#probe = undefined
    const bytes = Buffer.from(one.bytes)
    bytes.writeUInt16BE(one.correlation + 1, 4)
    return { ...one, bytes, correlation: one.correlation + 1 }
  }

  #note(opened: Dss): void {
    const instance = parameterOf(parametersOf(bodyOf(opened)), point.QRYINSID)
    if (this.#reading && instance) this.#instances.set(this.#reading.toString('hex'), instance)
  }

  /** Db2 ends a query with its last row where the client wants that, in the same answer; Derby waits to be told. */
  #close(data: Dss, query: Buffer, { rows, card }: LastRows): void {
    const { correlation } = data
    const over: readonly Parameter[] = [
      [point.SVRCOD, Buffer.from([0, 4])],
      [point.RDBNAM, query.subarray(0, 18)],
    ]
    this.#held = Buffer.concat([
      rows.length > 0 ? dss('object', correlation, point.QRYDTA, rows, 'same') : Buffer.alloc(0),
      dss('reply', correlation, point.ENDQRYRM, parameters(over), 'same'),
      dss('object', correlation, point.SQLCARD, card),
    ])
    const instance = this.#instances.get(query.toString('hex'))
    const which: readonly Parameter[] = [
      [point.PKGNAMCSN, query],
      ...(instance ? [[point.QRYINSID, instance] as const] : []),
    ]
    this.#derby.write(dss('request', 1, point.CLSQRY, parameters(which)))
    this.#reading = undefined
  }
}

const nothingWrong = Buffer.from([0xff])

interface LastRows {
  readonly rows: Buffer
  /** The SQLCARD that says +100. */
  readonly card: Buffer
}

/** Derby sends the end of a query as a row without data whose SQLCA says +100. */
function endOf(data: Dss): LastRows | undefined {
  const body = bodyOf(data)
  const at = body.lastIndexOf(noMoreRows)
  return at < 0 ? undefined : { rows: body.subarray(0, at), card: body.subarray(at, -1) }
}

const noMoreRows = Buffer.concat([Buffer.from([0, 0, 0, 0, 100]), Buffer.from('02000')])

function translated(one: Dss): Buffer {
  switch (one.codePoint) {
    case point.EXCSATRD:
      return withBody(one, parameters(releaseOf(parametersOf(bodyOf(one)) ?? [])))
    case point.ACCRDBRM:
      return accessOf(one.bytes)
    case point.SQLCARD:
      return withBody(one, asDb2(bodyOf(one)))
    default:
      return one.bytes
  }
}

const releaseOf = (all: readonly Parameter[]): readonly Parameter[] =>
  all.map(([parameter, value]) => [parameter, parameter === point.SRVRLSLV ? levelInEbcdic : value])

/** Derby puts two parameters too many into TYPDEFOVR, of which the client would read no further than the first. */
function accessOf(bytes: Buffer): Buffer {
  const nested = bytes.indexOf(Buffer.from('00350006119c', 'hex'))
  if (nested >= 2) bytes.writeUInt16BE(0x10, nested - 2)
  const product = bytes.indexOf(derbysLevel)
  if (product > 0) bytes.write(level, product)
  return bytes
}
