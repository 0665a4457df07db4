import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Audit, categories, type Run } from './runs.ts'

/** Of what Lighthouse answers, that which is read here. Scores are parts of 1; absent where a thing was not judged. */
interface Answer {
  readonly lhr: {
    readonly runtimeError?: { readonly code: string; readonly message: string }
    readonly audits: { readonly [id: string]: Audit & { readonly numericValue?: number } }
    readonly categories: {
      readonly [id: string]: {
        readonly score: number | null
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
      }
    }
  }
}

interface Lighthouse {
  readonly default: (url: string, flags: object) => Promise<Answer | undefined>
}

interface Launcher {
  readonly launch: (options: object) => Promise<{ readonly port: number; readonly kill: () => void }>
}

/** The browser that visits: one of its own each time, for one that another program looks into is busy with that. */
export interface Visitor {
  readonly chromePath: string
  /** The folder with what it has kept of earlier visits. */
  readonly userDataDir: string
}

/** One visit of the page, as Lighthouse's phone makes it; nothing if it has missed the page's beginning, as on a busy machine. */
export async function lighthouse(url: string, visitor: Visitor): Promise<Run | undefined> {
  const { launch } = await own<Launcher>('chrome-launcher')
  const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--lang=en-IE']
  const { port, kill } = await launch({ ...visitor, chromeFlags })
  try {
    return await visit(url, port)
  } finally {
    kill()
  }
}

const missed = ['NO_NAVSTART', 'NO_FCP', 'NO_TRACING_STARTED']

async function visit(url: string, port: number): Promise<Run | undefined> {
  const { default: measure } = await own<Lighthouse>('lighthouse')
  const flags = { port, logLevel: 'error', onlyCategories: categories, disableStorageReset: true }
  const answer = await measure(url, flags)
  const trouble = answer?.lhr.runtimeError
  if (!answer || (trouble && !missed.includes(trouble.code)))
    throw new Error(trouble?.message ?? 'Lighthouse gave nothing.')
  if (trouble) return undefined
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

/** They lie in a package of their own, where the bundle of this script does not look. */
async function own<Module>(name: string): Promise<Module> {
  const there = createRequire(join(process.cwd(), 'scripts', 'lighthouse', 'package.json'))
  return import(pathToFileURL(there.resolve(name)).href)
}
