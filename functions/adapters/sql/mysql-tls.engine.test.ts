import { copyFileSync } from 'node:fs'
import { sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newAuthority, opensslPath } from '../../../tests/support/certificates.ts'
import { leaveOut } from '../../../tests/support/left-out.ts'
import {
  freshDatabase,
  type Mariadb,
  mariadbPath,
  startMariadb,
  type TcpReach,
} from '../../../tests/support/mariadb.ts'
import { startTcpProxy } from '../../../tests/support/tcp-proxy.ts'
import type { MysqlSettings } from './engine.ts'
import { openMysql } from './mysql.ts'

function tests(): void {
  const tls = suite('MySQL with TLS')
  const [ours, another] = [newAuthority('ours'), newAuthority('another')]
  const files = ours.sign('DNS:localhost')
  let server: Mariadb
  let reach: TcpReach

  tls.before(async () => {
    const { certificate, key } = files
    server = await startMariadb({ tcp: true, options: [`--ssl-cert=${certificate}`, `--ssl-key=${key}`] })
    reach = (await server.database('outlay')) as TcpReach
  })
  tls.after(() => server.stop())

  /** The cipher that the server says this connection has; the trouble where there is none. */
  const cipher = async (settings: Partial<MysqlSettings>): Promise<string> => {
    const db = await openMysql({ ...reach, ...settings })
    const asked = sql<{ Value: string }>`show session status like 'Ssl_cipher'`.execute(db)
    return asked.then(({ rows }) => String(rows[0]?.Value), String).finally(() => db.destroy())
  }

  tls('encrypts what goes to a server whose certificate an authority of one’s own has signed', async () => {
    assert.match(await cipher({ host: 'localhost', tls: ours.certificate }), /^TLS_/)
  })

  tls('refuses a certificate that another authority has signed', async () => {
    assert.match(await cipher({ host: 'localhost', tls: another.certificate }), distrust)
    assert.match(await cipher({ host: 'localhost', tls: 'system' }), distrust)
  })

  tls('is content with the authority where the server has a number and no name', async () => {
    assert.match(await cipher({ host: '127.0.0.1', tls: ours.certificate }), /^TLS_/)
    assert.match(await cipher({ host: '127.0.0.1', tls: another.certificate }), distrust)
  })

  tls('says so when a server has none', async () => {
    const { socketPath, ...plain } = await freshDatabase()
    const line = await startTcpProxy({ path: socketPath })

    assert.match(
      await cipher({ ...plain, host: 'localhost', port: line.port, tls: ours.certificate }),
      /^Sentence: The MySQL server does not speak TLS/,
    )
    await line.close()
  })

  tls('is not used where nobody asks for it', async () => {
    assert.is(await cipher({}), '')
  })

  tls('refuses a certificate of another name', async () => {
    const other = ours.sign('DNS:db.example.org')
    copyFileSync(other.certificate, files.certificate)
    copyFileSync(other.key, files.key)
    const db = await openMysql(reach)
    await sql`flush ssl`.execute(db)
    await db.destroy()

    assert.match(await cipher({ host: 'localhost', tls: ours.certificate }), distrust)
    assert.match(await cipher({ host: '127.0.0.1', tls: ours.certificate }), /^TLS_/)
  })

  tls.run()
}

const distrust = /^Sentence: The MySQL server has no certificate that may be trusted\.$/

if (mariadbPath() && opensslPath()) tests()
else leaveOut('MySQL with TLS', 'mariadbd or openssl is missing; scripts/test-setup installs them')
