import { main as housekeeping } from '../../functions/actions/housekeeping/action.ts'

const soonMs = 5_000
const hourMs = 3_600_000

/** Does what an alarm does elsewhere: soon after the start, so as not to slow it, and every hour. Returns how to stop. */
export function keepHouse(env: object): () => void {
  const keep = () => void housekeeping({ env })
  const first = setTimeout(keep, soonMs).unref()
  const hourly = setInterval(keep, hourMs).unref()
  return () => {
    clearTimeout(first)
    clearInterval(hourly)
  }
}
