import * as compose from '../compose.ts'

/**
 * Starts every port that there is with these settings, as the actions would, and answers with one sentence per thing
 * that keeps one from starting. No database is asked anything.
 */
export async function faultsOfPorts(settings: object): Promise<readonly string[]> {
  const faults = new Set<string>()
  for (const [name, start] of Object.entries(compose)) {
    if (typeof start !== 'function' || name === 'close') continue
    await start(settings).catch((error: unknown) => faults.add(said(error) ?? `${name} cannot be started.`))
  }
  return [...faults]
}

const said = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'Sentence' ? error.message : undefined
