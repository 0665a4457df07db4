import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { main as register } from '../../functions/actions/register/action.ts'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { close } from '../../functions/compose.ts'
import { buildDrivers, zipOf } from '../../scripts/build/actions.ts'
import { packDb2 } from '../../scripts/build/db2.ts'
import { newAuthority, opensslPath } from '../support/certificates.ts'
import { freshDb2 } from '../support/db2.ts'
import { db2Here } from '../support/engines.ts'
import { leaveOut } from '../support/left-out.ts'
import { migrated } from '../support/migrated.ts'
import { asParams, type Container, type Ran, startContainer } from '../support/runtime.ts'
import { sqliteFolder } from '../support/sqlite-folder.ts'
import { type TlsDoor, tlsDoor } from '../support/tls-door.ts'

if (!opensslPath()) leaveOut('the zip with the Db2 client', 'there is no openssl; scripts/test-setup installs it')
else if (db2Here('a zip with the client').length > 0) tests()

function tests(): void {
  const zips = suite('the zip of an action that finds people in Db2')
  const home = mkdtempSync(join(tmpdir(), 'outlay-zip-db2-'))
  const asha = { email: 'asha@example.org', password: 'correct horse battery' }
  let env: { readonly [name: string]: string }
  let door: TlsDoor
  let drivers: Awaited<ReturnType<typeof buildDrivers>>
  let container: Container | undefined

  zips.before(async () => {
    const ledger = `sqlite:${join(home, 'ledger.db')}`
    const identity = await freshDb2()
    await migrated({ identity, ledger })
    const { privateKey, publicKeys } = newKeys()
    env = {
      PUBLIC_URL: 'https://outlay.example',
      TOKEN_PRIVATE_KEY: privateKey,
      TOKEN_PUBLIC_KEYS: publicKeys,
      OUTLAY_IDENTITY: identity,
      OUTLAY_LEDGER: ledger,
      OUTLAY_MAIL: `outbox:${join(home, 'outbox')}`,
    }
    const origin = { name: 'Asha', timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR' }
    const { statusCode, body } = await register({
      ...asParams('POST', '/v1/users', { body: { ...asha, ...origin }, env }),
    })
    assert.is(statusCode, 201, JSON.stringify(body))
    await close()

    // as a cloud offers it: encrypted, and signed by an authority whose certificate stands in the settings
    const authority = newAuthority('ours')
    door = await tlsDoor(parseDb2(identity).servers[0].port, authority.sign('DNS:localhost'))
    const there = identity.replace(/@[\d.:]+\//, `@localhost:${door.port}/`)
    const trust = encodeURIComponent(authority.certificate)
    env = { ...env, OUTLAY_IDENTITY: `${there}&security=SSL&SSLServerCertificate=${trust}` }
    drivers = await buildDrivers()
  })
  zips.after.each(() => container?.stop())
  zips.after(() => {
    door.close()
    rmSync(home, { recursive: true })
  })

  const logIn = () => asParams('POST', '/v1/sessions', { body: asha, env })
  const zipped = (db2: Awaited<ReturnType<typeof packDb2>> = []) =>
    zipOf('login', 'functions/actions/login/action.ts', { drivers, db2 })

  async function started(
    { zip }: Awaited<ReturnType<typeof zipped>>,
    inImage: readonly string[] = [],
  ): Promise<Container> {
    container = await startContainer({ OUTLAY_SQLITE: sqliteFolder() }, inImage)
    const code = Buffer.from(zip).toString('base64')
    // OpenWhisk's limit, 48 MB, is for the code as it is sent
    assert.ok(code.length < 48 * 1024 * 1024, `${code.length} bytes`)
    const { status, result } = await container.init({ name: 'login', main: 'main', binary: true, code, env: {} })
    assert.is(status, 200, JSON.stringify(result))
    return container
  }
  const isIn = ({ result }: Ran) => {
    const { statusCode, body } = result as { statusCode: number; body: { user: { email: string } } }
    assert.is(statusCode, 200, JSON.stringify(body))
    assert.is(body.user.email, asha.email)
  }

  zips('brings IBM’s client along and lets people log in, though nothing tells where the client lies', async () => {
    isIn(await (await started(await zipped(await packDb2()))).run(logIn()))
  })

  zips('finds the client in an image of one’s own', async () => {
    isIn(await (await started(await zipped(), ['dist/db2'])).run(logIn()))
  })

  zips('says in one sentence what to do where there is no client', async () => {
    const here = await started(await zipped())
    const { result } = await here.run(logIn())

    assert.is((result as { statusCode: number }).statusCode, 500)
    assert.match(here.output(), /"why":"Db2 is configured but its driver is not here: run `npm run db2:install`, and/)
  })

  zips.run()
}
