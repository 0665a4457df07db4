import { clock, ids, jobs, reportBatches, schedules, shelf } from '../../compose.ts'
import { onEvent } from '../../edge/event.ts'
import { reportTick } from './report-tick.ts'

export const main = onEvent('report-tick', { clock, ids, jobs, reportBatches, schedules, shelf }, reportTick)
