import type { Problem } from './api.ts'
import * as en from './messages/en.ts'
import { t } from './messages/t.ts'

/** What to tell the person where no form is to blame. */
export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'offline':
      return t(en.unreachable)
    case 'signed-out':
      return t(en.signedOut)
    case 'broken':
      return t(en.broken, { id: problem.requestId })
    case 'refused':
      if (problem.words) return t<string>(problem.words)
      return problem.retryAfterS ? t(en.tooMany, { n: Math.ceil(problem.retryAfterS / 60) }) : t(en.refused)
  }
}
