import { suite } from 'uvu'
import { type DeskEngine, deskEngines, type LedgerDesk, ledgerDesk } from './ledger-desk.ts'

/** Says what a port does in a sentence, and shows it at a desk of its own. */
export type Says = (sentence: string, show: (desk: LedgerDesk) => Promise<void>) => void

/** A contract on one engine. */
function onDesk(what: string, engine: DeskEngine, contract: (says: Says) => void): void {
  const sentences = suite(`${what} on ${engine}`)
  contract((sentence, show) =>
    sentences(sentence, async () => {
      const desk = await ledgerDesk(engine)
      try {
        await show(desk)
      } finally {
        await desk.close()
      }
    }),
  )
  sentences.run()
}

/** A contract on every engine that this machine has. */
export function onDesks(what: string, contract: (says: Says) => void): void {
  for (const engine of deskEngines(what)) onDesk(what, engine, contract)
}
