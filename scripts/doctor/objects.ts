import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { cosObjects } from '../../functions/adapters/objects/cos.ts'
import { type FolderSettings, folderObjects, openSigned } from '../../functions/adapters/objects/folder.ts'
import type { CosSettings } from '../../functions/adapters/objects/settings.ts'
import { valid } from '../../functions/adapters/setting.ts'
import type { ObjectKey, Objects } from '../../functions/ports/objects.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { filesSecret, objects as setting } from '../../functions/settings.ts'
import { type Finding, ill, notAsked, open, well } from './finding.ts'
import { troubleOf } from './trouble.ts'

const what = 'objects'

/** Whether a small file can be put, read, opened by its signed address, opened by nobody else, and removed. */
export async function examineObjects(env: unknown): Promise<Finding> {
  const settings = valid(env, setting)
  if (!settings) return notAsked(what, setting)
  if (settings.store === 'cos') return examineBucket(settings.cos)
  const { folder } = settings
  const secret = valid(env, filesSecret)
  if (!secret) return notAsked(what, filesSecret)
  if (!existsSync(folder)) return open(what, `There is no folder ${folder} yet; it is made with the first file.`)
  return examineFolder({ folder, publicUrl: '', secret, clock: systemClock })
}

async function examineFolder(settings: FolderSettings): Promise<Finding> {
  const place = `folder ${settings.folder}`
  const opens: Opens = async (url) => {
    const [path = '', query = ''] = url.replace('/files/', '').split('?')
    return (await openSigned(settings, path, query))?.body
  }
  return tried(place, async () => folderObjects(settings), opens)
}

async function examineBucket(cos: CosSettings): Promise<Finding> {
  const place = `bucket ${cos.bucket} at ${cos.endpoint}`
  const opens: Opens = async (url) => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  }
  return tried(place, () => cosObjects(cos), opens)
}

/** What an address opens; undefined where it opens nothing. */
type Opens = (url: string) => Promise<Uint8Array | undefined>

async function tried(place: string, start: () => Promise<Objects>, opens: Opens): Promise<Finding> {
  const key = `doctor-${randomUUID()}.txt` as ObjectKey
  const body = new TextEncoder().encode(key)
  try {
    const objects = await start()
    await objects.put(key, body, 'text/plain')
    try {
      return (
        (await faultIn(objects, key, body, opens, place)) ?? well(what, `The ${place} keeps, opens and removes a file.`)
      )
    } finally {
      await objects.remove(key)
    }
  } catch (error) {
    const advice =
      error instanceof Unavailable
        ? `See that it runs and can be reached from here, or correct ${setting.name}.`
        : `See that what ${setting.name} names is there and its key may put, read and remove files.`
    return ill(what, `The ${place}: ${troubleOf(error)}`, advice)
  }
}

async function faultIn(objects: Objects, key: ObjectKey, body: Uint8Array, opens: Opens, place: string) {
  const same = (found: Uint8Array | undefined) => found !== undefined && Buffer.from(found).equals(body)
  if (!same(await objects.get(key))) {
    return ill(
      what,
      `The ${place} gives back something else than was put there.`,
      `Name another one in ${setting.name}.`,
    )
  }
  const url = await objects.signedUrl(key, { filename: 'doctor.txt', type: 'text/plain' }, 60)
  if (!same(await opens(url))) {
    return ill(
      what,
      `The ${place} does not open a file by its signed address: no report could be downloaded.`,
      `See that region and key in ${setting.name} are right, and that the clocks of both machines are.`,
    )
  }
  if ((await opens(url.replace(/\?.*/s, ''))) !== undefined) {
    return ill(
      what,
      `The ${place} opens files for everybody who knows their address, unsigned.`,
      'Take public access away from it: reports would be there for all to read.',
    )
  }
  return undefined
}
