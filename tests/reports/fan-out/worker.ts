import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { batchIn } from '../../../functions/actions/report-job/batch-in.ts'
import { runBatch } from '../../../functions/actions/report-job/run-batch.ts'
import * as compose from '../../../functions/compose.ts'
import { onEvent } from '../../../functions/edge/event.ts'
import { serverOf } from '../../../functions/host/server.ts'
import { eventsBy } from '../../../k8s-fallback/events.ts'
import { quickLetters, quickSheets } from '../../support/quick-paper.ts'

// The report service with everything real but what is drawn; its clock runs ahead by what the file of AHEAD says.

const { accounts, budgets, categories, ids, ledgers, mailer, mailPreferences, mailTokens, objects } = compose
const { publicUrl, schedules, secrets, shelf, timeLimitMs, totals, users } = compose
const now = () => Date.now() + Number(readFileSync(process.env.AHEAD ?? '', 'utf8'))

const reportJob = onEvent(
  'report-job',
  {
    ...{ accounts, budgets, categories, ids, ledgers, mailer, mailPreferences, mailTokens, objects },
    ...{ publicUrl, schedules, secrets, shelf, timeLimitMs, totals, users },
    clock: async () => ({ now }),
    letters: async () => quickLetters,
    sheets: async () => quickSheets,
  },
  (needs, given) => runBatch(needs, batchIn(given)),
)

const { answer, idle } = eventsBy({ actionAt: () => reportJob, env: process.env, most: 40 })
const server = serverOf(async (incoming) => {
  if (incoming.path !== '/idle') return answer(incoming)
  await idle()
  return { status: 204, headers: [], body: '' }
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
