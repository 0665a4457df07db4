import type { Jobs, ReportBatch } from '../../ports/jobs.ts'

/** Runs a batch to its end; does not throw. */
export type Runner = (batch: ReportBatch) => Promise<unknown>

/** Work for this very process: a queue that whoever starts the process puts a runner to. */
export class InProcessJobs implements Jobs {
  #runner: Runner | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** What came before somebody runs it is not kept: its leases end, and it is found again. */
  runBy(runner: Runner | undefined): void {
    this.#runner = runner
  }

  /** One batch after another, so that drawing never takes more than one thread. */
  async reports(batch: ReportBatch): Promise<void> {
    this.#last = this.#last.then(() => this.#runner?.(batch))
  }

  /** When everything that was handed over until now is done. */
  async idle(): Promise<void> {
    await this.#last
  }
}

/** The one of this process. */
export const inProcess = new InProcessJobs()
