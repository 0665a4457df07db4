import { log, trace } from './log.ts'
import { type Params, settingsIn } from './openwhisk.ts'
import { type Started, type Starters, startAll } from './starters.ts'

/** What a job has done, in numbers: for the log and for who looks at the activation. */
export interface Done {
  readonly [what: string]: number
}

/**
 * Makes the `main` of an action that a trigger or another action calls, never the web. The one catch for jobs is here: a
 * host shows the error of a failed activation, so it is told what the log is told, but not where it came from.
 */
export function onEvent<S extends Starters>(
  event: string,
  starters: S,
  job: (needs: Started<S>, given: Params) => Promise<Done>,
) {
  return async (params: Params): Promise<Done | { readonly error: object }> => {
    const { env: _, ...given } = params
    const began = performance.now()
    const ms = () => Math.round(performance.now() - began)
    try {
      const done = await job(await startAll(starters, settingsIn(params)), given)
      log(event, { ...done, ms: ms() })
      return done
    } catch (error) {
      const { at, ...told } = trace(error)
      log(event, { ms: ms(), ...told, at })
      return { error: told }
    }
  }
}
