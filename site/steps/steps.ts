import type { At } from '../forms/form.ts'
import type { State } from '../state/state.ts'
import { bringStep } from './bring-step.ts'
import { daysStep } from './days-step.ts'
import { limitStep } from './limit-step.ts'
import { sampleStep } from './sample-step.ts'

/** Something that helps at the beginning and is never needed: a card on the first overview, done, skipped, or found again. */
export interface Step {
  /** What the browser remembers it by. */
  readonly name: string
  /** Also where it is not known yet, or of no use. */
  readonly isDone: (state: State) => boolean
  /** What it is called, one sentence about it, and how to do it. */
  readonly title: string
  readonly text: string
  readonly draw: (at: At) => unknown
}

/** In the order in which they are shown. */
export const steps: readonly Step[] = [limitStep, daysStep, bringStep, sampleStep]
