import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ReportId, ScheduleId } from '../domain/ids.ts'
import type { Jobs, ReportBatch } from './jobs.ts'

/** The jobs, and the one who takes them: what has come, and how to make it fall silent or say no. */
export interface JobsDesk {
  readonly jobs: Jobs
  /** Resolves with the next batch that comes. */
  next(): Promise<ReportBatch>
  /** From now on every call is answered so; `silent` never, `away` not even taken. Absent where nothing lies between. */
  readonly answer?: (how: number | 'silent' | 'away') => Promise<void>
  close(): Promise<void>
}

/** What every way of handing on work promises. */
export function jobsContract(name: string, open: () => Promise<JobsDesk>): ReturnType<typeof suite> {
  let desk: JobsDesk
  const handing = suite(`handing on work: ${name}`)
  handing.before.each(async () => {
    desk = await open()
  })
  handing.after.each(() => desk.close())

  handing('brings a whole batch, as it was', async () => {
    const coming = desk.next()
    await desk.jobs.reports(batch)
    assert.equal(await coming, batch)
  })

  handing('does not wait until the work is done', async () => {
    const coming = desk.next()
    await desk.jobs.reports(batch)
    await desk.jobs.reports({ ...batch, owner: other })
    assert.is((await coming).owner, batch.owner)
  })

  handing('says that nothing is taken now, for whatever may pass', async () => {
    for (const how of desk.answer ? ([429, 502, 503, 'silent', 'away'] as const) : []) {
      await desk.answer?.(how)
      const error = await desk.jobs.reports(batch).catch((cause: Error) => cause)
      assert.is(error?.name, 'Unavailable', String(how))
    }
  })

  handing('says in a sentence what will not pass', async () => {
    for (const how of desk.answer ? [401, 404, 413] : []) {
      await desk.answer?.(how)
      const error = await desk.jobs.reports(batch).catch((cause: Error) => cause)
      assert.is(error?.name, 'Sentence', String(how))
      assert.match(String(error?.message), new RegExp(String(how)))
    }
  })

  return handing
}

const id = (n: number) => `0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
const other = id(99)

const batch: ReportBatch = {
  owner: id(1),
  schedules: Array.from({ length: 20 }, (_, n) => id(100 + n) as ScheduleId),
  reports: Array.from({ length: 5 }, (_, n) => id(200 + n) as ReportId),
}
