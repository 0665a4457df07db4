import type { Pair } from './tool.ts'

/** What the host says no with. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined

export async function unless404(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (statusOf(error) !== 404) throw error
  })
}

export async function absentIs404<Read>(work: Promise<Read>): Promise<Read | undefined> {
  try {
    return await work
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

export const valueIn = (pairs: readonly Pair[] | undefined, key: string): unknown =>
  pairs?.find((pair) => pair.key === key)?.value
