import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Authority, newAuthority, opensslPath } from '../../../../tests/support/certificates.ts'
import { freshDb2 } from '../../../../tests/support/db2.ts'
import { db2Here } from '../../../../tests/support/engines.ts'
import { leaveOut } from '../../../../tests/support/left-out.ts'
import { startTcpProxy } from '../../../../tests/support/tcp-proxy.ts'
import { type TlsDoor, tlsDoor } from '../../../../tests/support/tls-door.ts'
import { openDb2 } from './open.ts'
import { parseDb2 } from './settings.ts'

if (!opensslPath()) leaveOut('TLS of Db2', 'there is no openssl; scripts/test-setup installs it')
else if (db2Here('TLS of Db2').length > 0) tests()

function tests(): void {
  const tls = suite('Db2 with TLS')
  const folder = mkdtempSync(join(tmpdir(), 'outlay-db2-tls-'))
  const [ours, another] = [newAuthority('ours'), newAuthority('another')]
  const doors: TlsDoor[] = []
  let there: string
  let behind: number

  tls.before(async () => {
    there = await freshDb2()
    behind = parseDb2(there).servers[0].port
  })
  tls.after(() => {
    for (const door of doors) door.close()
    rmSync(folder, { recursive: true })
  })

  /** A door to the server that speaks TLS under these names; its port. */
  async function door(...names: readonly string[]): Promise<number> {
    const opened = await tlsDoor(behind, ours.sign(...names))
    doors.push(opened)
    return opened.port
  }

  const at = (host: string, port: number, more: string) =>
    `${there.replace(/@[\d.:]+\//, `@${host}:${port}/`)}&security=SSL${more}`
  const trusting = ({ certificate }: Authority) => `&SSLServerCertificate=${encodeURIComponent(certificate)}`

  /** What a query is answered; the trouble where it is not. */
  async function asked(text: string): Promise<string> {
    const db = await openDb2(parseDb2(text))
    const answer = sql<{ n: number }>`select 1 as n from sysibm.sysdummy1`.execute(db)
    return answer.then(({ rows }) => String(rows[0]?.n), String).finally(() => db.destroy())
  }

  tls(
    'is spoken to a server whose certificate an authority of one’s own has signed, given as text or file',
    async () => {
      const port = await door('DNS:localhost', 'IP:127.0.0.1')
      const file = join(folder, 'authority.pem')
      writeFileSync(file, ours.certificate)

      assert.is(await asked(at('localhost', port, trusting(ours))), '1')
      assert.is(await asked(at('localhost', port, `&SSLServerCertificate=${encodeURIComponent(file)}`)), '1')
      assert.is(await asked(at('127.0.0.1', port, trusting(ours))), '1')
      const { user, database } = parseDb2(there)
      const ibms = `DATABASE=${database};HOSTNAME=localhost;PORT=${port};UID=${user};PWD=any;Authentication=SERVER`
      assert.is(await asked(`${ibms};Security=SSL;SSLServerCertificate=${file}`), '1')
    },
  )

  tls('is refused where the certificate is signed by another, or by nobody known', async () => {
    const port = await door('DNS:localhost')
    const distrust = 'Sentence: The Db2 server has no certificate that may be trusted.'

    assert.is(await asked(at('localhost', port, trusting(another))), distrust)
    assert.is(await asked(at('localhost', port, '')), distrust)
  })

  tls('is refused where the certificate is another server’s, unless names are not to be looked at', async () => {
    const port = await door('DNS:db.example.org')
    const text = at('localhost', port, trusting(ours))

    assert.is(await asked(text), 'Sentence: The Db2 server has no certificate that may be trusted.')
    assert.is(await asked(`${text}&SSLClientHostnameValidation=Off`), '1')
  })

  tls('says so when the certificate is none', async () => {
    const port = await door('DNS:localhost')
    const file = join(folder, 'none.pem')
    writeFileSync(file, 'no certificate')

    for (const name of [file, join(folder, 'nothing')]) {
      assert.is(
        await asked(at('localhost', port, `&SSLServerCertificate=${encodeURIComponent(name)}`)),
        'Sentence: The certificate that the Db2 settings name cannot be read as one.',
      )
    }
  })

  tls('that nobody answers is given up in time, tried no more for a while, and then again', async () => {
    const line = await startTcpProxy({ port: await door('DNS:localhost') })
    const db = await openDb2(parseDb2(at('localhost', line.port, `${trusting(ours)}&connectTimeout=1`)))
    const answer = () =>
      sql`select 1 from sysibm.sysdummy1`.execute(db).then(
        () => 'served',
        (error: Error) => error.message,
      )

    line.blackhole()
    const answers = [await answer(), await answer(), await answer()]
    await line.heal()
    while ((await answer()) !== 'served') await pause(50)

    const late = 'The database did not answer in time'
    assert.equal(answers, [late, late, 'The database has not answered for some time'])
    await db.destroy()
    await line.close()
  })

  tls.run()
}
