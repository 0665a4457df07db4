import type { Db2Server, Db2Settings, Keyword } from './settings.ts'

/** What IBM's client is told to connect to one of the servers; `certificate` is the path of a file. */
export function connectionString(settings: Db2Settings, server: Db2Server, certificate: string | undefined): string {
  const { user, password, database, connectTimeout, queryTimeout, keywords } = settings
  const said = new Set(keywords.map(([name]) => name.toLowerCase()))
  const unsaid: readonly Keyword[] = [
    // the name in the certificate has to be the one that was asked for
    ['SSLClientHostnameValidation', 'Basic'],
    // seconds; left alone, Db2 waits for a lock without end
    ['LockTimeout', '5'],
    // how often it is looked whether a statement has run out of its time, in seconds
    ['QueryTimeoutInterval', '1'],
  ]
  const all: readonly Keyword[] = [
    ['DATABASE', database],
    ['HOSTNAME', server.host],
    ['PORT', String(server.port)],
    ['PROTOCOL', 'TCPIP'],
    ['UID', user],
    ['PWD', password],
    ['ConnectTimeout', String(connectTimeout)],
    ['QueryTimeout', String(queryTimeout)],
    ...(certificate ? [['SSLServerCertificate', certificate] as const] : []),
    ...unsaid.filter(([name]) => !said.has(name.toLowerCase())),
    ...keywords,
  ]
  return all.map(([name, value]) => `${name}=${value};`).join('')
}
