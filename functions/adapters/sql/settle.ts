import { isUnsettled } from './errors.ts'

/**
 * A write whose answer was lost may be there or not. Then `seen` looks at the row and says what the write would have
 * answered had it been heard; undefined where it is not there, and the write is done once more. What cannot be done twice
 * without harm has to look; what can says `unseen`.
 */
export async function settled<T>(write: () => Promise<T>, seen: () => Promise<T | undefined>): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await write()
    } catch (error) {
      if (!isUnsettled(error) || times === most) throw error
    }
    const answer = await seen()
    if (answer !== undefined) return answer
  }
}

/** For a write that leaves the same behind, and answers the same, when it is done again. */
export const unseen = async () => undefined

const most = 3
