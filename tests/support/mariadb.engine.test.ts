import { createConnection } from 'mysql2/promise'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { leaveOut } from './left-out.ts'
import { freshDatabase, mariadbPath, startMariadb } from './mariadb.ts'

const serving = suite('the MariaDB of the tests')

if (mariadbPath()) {
  serving('gives each caller an empty database of its own, in utf8mb4', async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()]
    assert.is.not(one.database, other.database)

    const connection = await createConnection(one)
    const [rows] = await connection.query('SELECT DATABASE() AS name, @@character_set_database AS charset')
    await connection.end()
    assert.equal(rows, [{ name: one.database, charset: 'utf8mb4' }])
  })

  serving('listens on a port of its own where a test asks for one, and is gone when told so', async () => {
    const server = await startMariadb({ tcp: true })
    const reach = await server.database('shop')
    const connection = await createConnection(reach)
    const [rows] = await connection.query('SELECT DATABASE() AS name')
    assert.equal(rows, [{ name: 'shop' }])

    connection.destroy()
    server.stop()
    const refused = await createConnection(reach).then(
      () => false,
      () => true,
    )
    assert.ok(refused)
  })
} else {
  leaveOut('the MariaDB of the tests', 'it is not installed')
}

serving.run()
