import { setImmediate } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { receiver } from '../../../tests/support/receiver.ts'
import { jobsContract } from '../../ports/jobs.contract.ts'
import type { ReportBatch } from '../../ports/jobs.ts'
import { httpJobs } from './http.ts'
import { InProcessJobs } from './in-process.ts'
import { openwhiskJobs } from './openwhisk.ts'

const patienceMs = 1_500

jobsContract('in this process', async () => {
  const jobs = new InProcessJobs()
  const waiting: ((batch: ReportBatch) => void)[] = []
  jobs.runBy(async (batch) => waiting.shift()?.(batch))
  return { jobs, next: () => new Promise((resolve) => waiting.push(resolve)), close: () => jobs.idle() }
}).run()

const inTurn = suite('work for this very process')

inTurn('is done one batch after the other, and not at all once nobody does it any more', async () => {
  const jobs = new InProcessJobs()
  const told: string[] = []
  const ends: (() => void)[] = []
  jobs.runBy(async ({ owner }) => {
    told.push(`${owner} begins`)
    await new Promise<void>((resolve) => ends.push(resolve))
    told.push(`${owner} ends`)
  })
  for (const owner of ['first', 'second', 'third']) await jobs.reports({ owner, schedules: [], reports: [] })
  await setImmediate()
  assert.equal(told, ['first begins'])
  ends.shift()?.()
  await setImmediate()
  assert.equal(told, ['first begins', 'first ends', 'second begins'])

  jobs.runBy(undefined)
  ends.shift()?.()
  await jobs.idle()
  assert.equal(told.slice(3), ['second ends'])
})

inTurn.run()

jobsContract('over HTTP', async () => {
  const there = await receiver(202, ({ method, headers, url }) => {
    const { 'ce-specversion': version, 'ce-type': type, 'content-type': content, prefer } = headers
    assert.equal([method, url, version, type], ['POST', '/report-job', '1.0', 'outlay.reports'])
    assert.equal([content, prefer], ['application/json', 'respond-async'])
    assert.ok(headers['ce-id'] && headers['ce-source'])
  })
  return { jobs: httpJobs(`${there.url}/report-job`, patienceMs), ...there }
}).run()

jobsContract('by OpenWhisk', async () => {
  const there = await receiver(202, ({ method, url, headers }) => {
    const path = '/api/v1/namespaces/guest/actions/outlay/report-job?blocking=false'
    assert.equal([method, url], ['POST', path])
    assert.is(headers.authorization, `Basic ${Buffer.from('user:key').toString('base64')}`)
  })
  const here = () => ({ apiHost: there.url, apiKey: 'user:key', action: '/guest/outlay/report-tick' })
  return { jobs: openwhiskJobs(here, patienceMs), ...there }
}).run()

const unkeyed = suite('an action that has no key to its host')
unkeyed('says so in a sentence', async () => {
  const jobs = openwhiskJobs(() => ({ apiHost: 'http://127.0.0.1:9', apiKey: undefined, action: '/a/b/c' }))
  const error = await jobs.reports({ owner: '', schedules: [], reports: [] }).catch((cause: Error) => cause)
  assert.match(String(error), /no key/)
})
unkeyed.run()
