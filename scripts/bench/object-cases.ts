import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import COS from 'ibm-cos-sdk'
import { cosObjects } from '../../functions/adapters/objects/cos.ts'
import type { ObjectKey } from '../../functions/ports/objects.ts'
import type { Figure } from './figure.ts'
import { started } from './process.ts'
import { median } from './slices.ts'

const rounds = 5
const times = 60
const pdf = randomBytes(200_000)
const [key, secret, bucket, region] = ['S3RVER', 'S3RVER', 'outlay', 'us-east-1']
const download = { filename: 'outlay-2026-03.pdf', type: 'application/pdf' }

/** A report's PDF is put and its address signed, as the product does it and by the bare SDK; the store is another process. */
export async function putAndSign(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-s3-'))
  const store = await started(['scripts/bench/store.mjs', folder])
  const endpoint = store.url
  const objects = await cosObjects({ endpoint, bucket, region, style: 'path', key, secret, iam: '' })
  const sdk = new COS.S3({
    endpoint,
    region,
    accessKeyId: key,
    secretAccessKey: secret,
    s3ForcePathStyle: true,
    signatureVersion: 'v4',
  })

  const product = async (n: number) => {
    const at = `product/${n}/report.pdf` as ObjectKey
    await objects.put(at, pdf, download.type)
    await objects.signedUrl(at, download, 300)
  }
  const floor = async (n: number) => {
    const at = { Bucket: bucket, Key: `floor/${n}/report.pdf` }
    await sdk.putObject({ ...at, Body: pdf, ContentType: download.type }).promise()
    await sdk.getSignedUrlPromise('getObject', { ...at, Expires: 300 })
  }
  await slices(product, floor)
  const all: Awaited<ReturnType<typeof slices>>[] = []
  for (let round = 0; round < rounds; round++) all.push(await slices(product, floor))
  await store.stop()
  rmSync(folder, { recursive: true, force: true })

  return (['ms', 'cpuMs'] as const).map((what) => {
    const ratio = median(all.map((round) => round.product[what] / round.floor[what]))
    return {
      name: what === 'ms' ? 'put and sign 200 KB' : 'put and sign 200 KB: CPU',
      engine: 's3',
      n: 0,
      value: median(all.map((round) => round.product[what])),
      unit: 'ms',
      floor: median(all.map((round) => round.floor[what])),
      ratio,
      goal: '<= 1.25',
      met: ratio <= 1.25,
    }
  })
}

type Does = (n: number) => Promise<void>

/** Of one time each: milliseconds, and those of this process's processor time. They take turns at every single time. */
async function slices(product: Does, floor: Does) {
  const sums = { product: { ms: 0, cpuMs: 0 }, floor: { ms: 0, cpuMs: 0 } }
  for (let n = 0; n < times; n++) {
    for (const [side, does] of Object.entries({ product, floor })) {
      const cpu = process.cpuUsage()
      const began = performance.now()
      await does(n)
      const { user, system } = process.cpuUsage(cpu)
      const sum = sums[side as keyof typeof sums]
      sum.ms += (performance.now() - began) / times
      sum.cpuMs += (user + system) / 1_000 / times
    }
  }
  return sums
}
