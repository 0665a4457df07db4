import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Audit, categories, type Run } from './runs.ts'

/** Of what Lighthouse answers, that which is read here. Scores are parts of 1; absent where a thing was not judged. */
interface Answer {
  readonly lhr: {
    readonly runtimeError?: { readonly message: string }
    readonly audits: { readonly [id: string]: Audit & { readonly numericValue?: number } }
    readonly categories: {
      readonly [id: string]: {
        readonly score: number | null
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
      }
    }
  }
}

type Measure = (url: string, flags: object) => Promise<Answer | undefined>

/** One visit of the page, as Lighthouse's phone makes it, in the Chromium that listens at `flags.port`. */
export async function lighthouse(url: string, flags: object): Promise<Run> {
  const answer = await (await own())(url, { logLevel: 'error', onlyCategories: categories, ...flags })
  if (!answer || answer.lhr.runtimeError)
    throw new Error(answer?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing.')
  const { audits, categories: judged } = answer.lhr
  const msOf = (id: string) => audits[id]?.numericValue ?? Number.NaN
  return {
    scores: Object.fromEntries(Object.entries(judged).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)])),
    firstPaint: msOf('first-contentful-paint'),
    largestPaint: msOf('largest-contentful-paint'),
    blocked: msOf('total-blocking-time'),
    short: Object.values(judged).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const audit = audits[id]
        return audit && weight > 0 && audit.score !== null && audit.score < 1 ? [audit] : []
      }),
    ),
  }
}

/** It lies in a package of its own, where the bundle of this script does not look. */
async function own(): Promise<Measure> {
  const there = createRequire(join(process.cwd(), 'scripts', 'lighthouse', 'package.json'))
  const found: { readonly default: Measure } = await import(pathToFileURL(there.resolve('lighthouse')).href)
  return found.default
}
