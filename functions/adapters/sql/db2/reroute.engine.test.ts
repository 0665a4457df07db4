import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDb2 } from '../../../../tests/support/db2.ts'
import { asksForCommit } from '../../../../tests/support/drda/commits.ts'
import { db2Here } from '../../../../tests/support/engines.ts'
import { startTcpProxy, type TcpProxy } from '../../../../tests/support/tcp-proxy.ts'
import { isBusy, isUnsettled } from '../errors.ts'
import { retrying } from '../transaction.ts'
import { openDb2 } from './open.ts'
import { parseDb2 } from './settings.ts'

interface Tables {
  counters: { id: string; n: number }
}

if (db2Here('client reroute').length > 0) tests()

/** Where IBM's client is told to connect anew by itself, it says afterwards that what had been begun is lost. */
function tests(): void {
  const reroute = suite('Db2 with automatic client reroute')
  const folder = mkdtempSync(join(tmpdir(), 'outlay-reroute-'))
  let line: TcpProxy
  let db: Kysely<Tables>
  let onStatement: (said: string) => void = () => {}

  reroute.before(async () => {
    const there = parseDb2(await freshDb2())
    line = await startTcpProxy({ port: there.servers[0].port })
    writeFileSync(join(folder, 'db2dsdriver.cfg'), configuration(there.database, line.port))
    process.env.DB2DSDRIVER_CFG_PATH = folder
    const servers = [{ host: line.host, port: line.port }] as const
    db = await openDb2<Tables>({ ...there, servers }, { onStatement: (said) => onStatement(said) })
    await sql`create table counters (id varchar(36) not null primary key, n bigint not null)`.execute(db)
  })
  reroute.before.each(async () => {
    await db.deleteFrom('counters').execute()
    await db.insertInto('counters').values({ id: 'a', n: 0 }).execute()
  })
  reroute.after.each(() => {
    onStatement = () => {}
  })
  reroute.after(async () => {
    await db.destroy()
    await line.close()
    rmSync(folder, { recursive: true })
  })

  const raise = (one: Kysely<Tables>) => one.updateTable('counters').set({ n: sql`n + 1` }).execute()
  const stored = async () => Number((await db.selectFrom('counters').select('n').execute())[0]?.n)
  const thought = (trouble: unknown) => (isBusy(trouble) ? 'busy' : isUnsettled(trouble) ? 'unsettled' : trouble)

  reroute('asks once more what was asked by itself', async () => {
    await stored()
    line.cut()
    assert.is(await stored(), 0)
    line.cut()
    await raise(db)
    assert.is(await stored(), 1)
  })

  reroute('has a transaction run again as a whole', async () => {
    let isWhole = true
    const troubles: unknown[] = []
    const twice = () =>
      db.transaction().execute(async (tx) => {
        await raise(tx)
        if (isWhole) line.cut()
        isWhole = false
        await raise(tx)
      })

    await retrying({ random: Math.random }, () =>
      twice().catch((trouble: unknown) => {
        troubles.push(thought(trouble))
        throw trouble
      }),
    )

    assert.equal(troubles, ['busy'])
    assert.is(await stored(), 2)
  })

  reroute('leaves nobody sure of a commit that was not answered, though it says that it was rolled back', async () => {
    const raised = () => db.transaction().execute((tx) => raise(tx))
    const lost = line.loseAnswerTo(asksForCommit)
    assert.is(await raised().catch(thought), 'unsettled')
    await lost
    assert.is(await stored(), 1, 'it was not')

    onStatement = (said) => said === 'commit' && line.cut()
    assert.is(await raised().catch(thought), 'unsettled')
    onStatement = () => {}
    assert.is(await stored(), 1, 'it was')
  })

  reroute.run()
}

/** IBM's client reads one parameter a line. */
const configuration = (database: string, port: number) => `<configuration>
  <dsncollection>
  </dsncollection>
  <databases>
    <database name="${database}" host="127.0.0.1" port="${port}">
      <acr>
        <parameter name="enableAcr" value="true"/>
        <parameter name="enableSeamlessAcr" value="false"/>
        <parameter name="maxAcrRetries" value="2"/>
        <parameter name="acrRetryInterval" value="0"/>
        <parameter name="enableAlternateServerListFirstConnect" value="true"/>
        <alternateserverlist>
          <server name="other" hostname="127.0.0.1" port="${port}">
          </server>
        </alternateserverlist>
      </acr>
    </database>
  </databases>
</configuration>
`
