import { Sentence } from '../../../domain/sentence.ts'

export interface Db2Server {
  readonly host: string
  readonly port: number
}

export interface Db2Settings {
  readonly user: string
  readonly password: string
  readonly database: string
  /** Tried in this order when a connection is made: the second and others are alternates. */
  readonly servers: readonly [Db2Server, ...Db2Server[]]
  /** How many connections one process keeps; 1 when absent, as an action needs. */
  readonly connections?: number
  /** A file of certificates, or their text (PEM): who may sign for the server, beside those that IBM's client trusts. */
  readonly certificate?: string
  /** Seconds. */
  readonly connectTimeout: number
  readonly queryTimeout: number
  /** Keywords of IBM's client that go on as they are, by the names that they were given with. */
  readonly keywords: readonly Keyword[]
}

export type Keyword = readonly [name: string, value: string]

export const isDb2 = (text: string): boolean => /^db2:/i.test(text) || /(^|;)\s*(database|hostname)\s*=/i.test(text)

/**
 * Reads `db2://user:pass@host:50001/BLUDB?security=SSL&connections=4&alternates=host2:50001`, or IBM's own
 * `DATABASE=BLUDB;HOSTNAME=…;PORT=…;UID=…;PWD=…;Security=SSL`. Any keyword of IBM's client may stand in either.
 * Throws a `Sentence`, without the text: a password is in it.
 */
export function parseDb2(text: string): Db2Settings {
  const all = /^db2:/i.test(text) ? fromUrl(text) : fromKeywords(text)
  const given = new Map(all.map(([name, value]) => [name.toLowerCase(), value]))
  const encrypted = given.get('security')?.toLowerCase() === 'ssl'
  const port = whole(given, 'port') ?? (encrypted ? 50_001 : 50_000)
  const connections = whole(given, 'connections')
  const certificate = given.get('sslservercertificate')
  return {
    user: needed(given, 'uid'),
    password: needed(given, 'pwd'),
    database: needed(given, 'database'),
    servers: [{ host: needed(given, 'hostname'), port }, ...alternates(given.get('alternates') ?? '', port)],
    connectTimeout: whole(given, 'connecttimeout') ?? 5,
    queryTimeout: whole(given, 'querytimeout') ?? 10,
    ...(connections && { connections }),
    ...(certificate && { certificate }),
    keywords: all.filter(([name]) => !ours.has(name.toLowerCase())),
  }
}

/** Read here, and written anew where a connection is made; of a DSN's file nobody would know what it says. */
const ours = new Set(
  `uid pwd database hostname port protocol alternates connections connecttimeout querytimeout sslservercertificate`.split(
    ' ',
  ),
)

function fromUrl(text: string): readonly Keyword[] {
  if (!URL.canParse(text))
    throw new Sentence('The address of the Db2 server is not written as db2://user:password@host.')
  const { hostname, port, username, password, pathname, searchParams } = new URL(text)
  const parts: readonly Keyword[] = [
    ['hostname', hostname.replace(/^\[(.*)\]$/, '$1')],
    ['port', port],
    ['uid', decoded(username)],
    ['pwd', decoded(password)],
    ['database', decoded(pathname.slice(1))],
    ...searchParams,
  ]
  return checked(parts.filter(([, value]) => value !== ''))
}

function fromKeywords(text: string): readonly Keyword[] {
  const parts = text.split(';').filter((part) => part.trim() !== '')
  if (parts.some((part) => !part.includes('='))) {
    throw new Sentence('The Db2 settings have a part that is no keyword=value; a value cannot hold a semicolon.')
  }
  return checked(
    parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  )
}

/** A semicolon would begin another keyword: IBM's client has no way to write one in a value, a password's neither. */
function checked(all: readonly Keyword[]): readonly Keyword[] {
  for (const [name, value] of all) {
    if (!/^\w+$/.test(name)) throw new Sentence('The Db2 settings have a keyword that is no word.')
    if (name.toLowerCase() !== 'sslservercertificate' && /[;\r\n\0]/.test(value)) {
      throw new Sentence(
        `The Db2 settings have a ${name} with a semicolon or a line's end in it, which cannot be sent.`,
      )
    }
  }
  return all
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Sentence('The address of the Db2 server has a % that encodes nothing.')
  }
}

type Given = ReadonlyMap<string, string>

function needed(given: Given, name: string): string {
  const value = given.get(name)
  if (!value) throw new Sentence(`The Db2 settings lack ${names[name]}.`)
  return value
}

const names: { readonly [keyword: string]: string } = {
  uid: 'a user (UID)',
  pwd: 'a password (PWD)',
  database: 'a database (DATABASE)',
  hostname: 'a host (HOSTNAME)',
}

function whole(given: Given, name: string): number | undefined {
  const value = given.get(name)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new Sentence(`The Db2 settings name a ${name} that is no whole number.`)
  return Number(value)
}

function alternates(text: string, usualPort: number): readonly Db2Server[] {
  return text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [, host, port] = /^\s*([\w.-]+)(?::([1-9]\d{0,4}))?\s*$/.exec(one) ?? []
      if (!host) throw new Sentence('The Db2 settings name alternates that are not written as host:port,host:port.')
      return { host, port: port ? Number(port) : usualPort }
    })
}
