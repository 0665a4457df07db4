import { documentOf } from '../functions/actions/openapi/document.ts'
import { table } from '../functions/api/table.ts'
import { buildActions } from './build/actions.ts'
import { buildSite, type SiteFiles } from './build/site.ts'

/** Bytes that an action's bundle may have, minified, without its drivers. */
const bundleBudget = 120 * 1024
/** Gzipped bytes of script with the first page, of its style, and of what a further part of the site may bring. */
const firstBudget = 25 * 1024
/** What the same page may bring in another language: English is in the script. */
const wordsBudget = 5 * 1024
const styleBudget = 6 * 1024
const partBudget = 10 * 1024
/** It brings a ledger with its rules, and two years of a household. */
const budgets: { readonly [part: string]: number } = {
  'site/sample/answering.ts': 30 * 1024,
}
const budgetOf = (part: string) => budgets[part] ?? partBudget

/** One sentence per budget that is broken, or per thing in a bundle that has no business there. */
export async function checkSizes(): Promise<readonly string[]> {
  const { files, gzipped } = await buildSite()
  const actions = await buildActions(files)
  const weighed = [
    ...Object.entries(gzipped.first).map(([part, bytes]) => [`main and ${part}`, bytes, firstBudget] as const),
    ...Object.entries(gzipped.words).map(([part, bytes]) => [`the words of ${part}`, bytes, wordsBudget] as const),
    ...Object.entries(gzipped.parts).map(([part, bytes]) => [part, bytes, budgetOf(part)] as const),
    ['the style', gzipped.css, styleBudget] as const,
  ]
  return [
    ...weighed.flatMap(([name, bytes, budget]) =>
      bytes > budget ? [`${name}: ${bytes} bytes gzipped, ${bytes - budget} too many.`] : [],
    ),
    ...tooLarge(files),
    ...actions.flatMap(({ name, bundle, inputs, externals }) => [
      // what the site action carries are the site's own files
      ...(name !== 'site' && bundle > bundleBudget
        ? [`${name}: ${bundle} bytes, ${bundle - bundleBudget} too many.`]
        : []),
      ...externals.map((path) => `${name} asks for ${path}, which no zip carries.`),
      ...Object.keys(inputs)
        .filter((path) => /node_modules\/(mysql2|libsql|@libsql|ibm-cos-sdk|@sendgrid|axios|nodemailer)\//.test(path))
        .map((path) => `${name} has ${path} in its bundle, which belongs in a driver.`),
    ]),
  ]
}

/** Bytes of an answer that a host carries; what is made by the build has to fit for itself. */
const answerBudget = 1_000_000

/** A host writes an answer out as JSON, text within it escaped and bytes in base64. */
function tooLarge(files: SiteFiles): readonly string[] {
  const made = Object.entries(files).map(([path, { type, body }]) => {
    const text = /;\s*charset=/i.test(type) ? JSON.stringify(Buffer.from(body, 'base64').toString()) : body
    return [path, Buffer.byteLength(text)] as const
  })
  const document = JSON.stringify(documentOf(table, 'https://outlay.example.org'))
  return [...made, ['/v1/openapi.json', Buffer.byteLength(document)] as const]
    .filter(([, bytes]) => bytes > answerBudget)
    .map(([path, bytes]) => `${path}: ${bytes} bytes, more than a host carries.`)
}
