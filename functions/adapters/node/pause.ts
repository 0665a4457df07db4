import { setTimeout } from 'node:timers/promises'
import type { Pause } from '../../ports/clock.ts'

export const systemPause: Pause = (ms) => setTimeout(ms)
