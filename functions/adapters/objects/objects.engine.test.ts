import dns from 'node:dns'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { filesAnswer } from '../../../scripts/local/own.ts'
import { leaveOut } from '../../../tests/support/left-out.ts'
import { type S3Server, startS3rver, startVersitygw, versitygwPath } from '../../../tests/support/s3.ts'
import { serverOf } from '../../host/server.ts'
import { type ObjectsDesk, objectsContract } from '../../ports/objects.contract.ts'
import { systemClock } from '../node/clock.ts'
import { cosObjects } from './cos.ts'
import { folderObjects } from './folder.ts'

interface Open extends ObjectsDesk {
  close(): Promise<void>
}

holds('a folder', folderDesk)
holds('s3rver', async () => ({ ...(await storeDesk(startS3rver)), isLax: true }))
if (versitygwPath()) {
  holds('versitygw', () => storeDesk(startVersitygw))
  holds('versitygw, with the bucket before the host’s name', hostedDesk)
} else leaveOut('files in versitygw', 'it is not there; scripts/test-setup builds it where there is Go')

function holds(name: string, open: () => Promise<Open>): void {
  const files = suite(`files in ${name}`)
  let desk: Open
  files.before(async () => {
    desk = await open()
  })
  files.after(() => desk.close())
  objectsContract((sentence, show) => files(sentence, () => show(desk)))
  files.run()
}

async function storeDesk(start: () => Promise<S3Server>): Promise<Open> {
  const store = await start()
  return { objects: await cosObjects(store.settings), open: (address) => fetch(address), close: store.stop }
}

/** As a zone would have it: every name below s3.localhost is this machine. */
async function hostedDesk(): Promise<Open> {
  const { lookup } = dns
  const here = (name: string, options: never, done: never) =>
    lookup(name.endsWith('.s3.localhost') ? '127.0.0.1' : name, options, done)
  const store = await startVersitygw()
  const endpoint = store.settings.endpoint.replace('127.0.0.1', 's3.localhost')
  Object.assign(dns, { lookup: here })
  return {
    objects: await cosObjects({ ...store.settings, endpoint, style: 'host' }),
    open: (address) => {
      assert.match(address, '//outlay.s3.localhost:')
      return fetch(address)
    },
    close: async () => {
      Object.assign(dns, { lookup })
      await store.stop()
    },
  }
}

/** Its addresses lead to the host that has the folder. */
async function folderDesk(): Promise<Open> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-objects-'))
  const settings = { folder, publicUrl: 'http://127.0.0.1', secret: 'of this host', clock: systemClock }
  const server = serverOf(filesAnswer(() => settings)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    objects: folderObjects(settings),
    open: (address) => fetch(address.replace('http://127.0.0.1', `http://127.0.0.1:${port}`)),
    close: async () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
