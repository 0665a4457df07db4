import { isDuplicate } from './errors.ts'

/** Puts in what may be there already; false, and nothing done, when its key is taken. */
export async function unlessThere(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert()
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
