import { dueSchedules } from './bench/due-cases.ts'
import { asTable, type Figure } from './bench/figure.ts'
import { adding, figures, importing } from './bench/ledger-cases.ts'
import { putAndSign } from './bench/object-cases.ts'
import { page } from './bench/page-cases.ts'
import { people } from './bench/people-cases.ts'
import type { EngineName } from './bench/places.ts'
import { reports } from './bench/report-cases.ts'
import { bundles, hostStart } from './bench/start-cases.ts'
import { worldOf } from './bench/world.ts'

const usage = `npm run bench [-- options]
  --json                 an array of figures instead of a table
  --sizes 1000,10000     entries in the ledgers (default 1000,10000,100000,1000000)
  --engine sqlite,mysql  which engines (default both; MariaDB has to be installed)
  --only start           only bundles and starting; or reports, due, people (in Db2), objects, page, fill, figures, writing
  --keep folder          leaves the ledgers there, fills in what they lack, and uses them again
  --mysql address        a database for the ledgers, instead of a server of its own; goes with --keep

Product and floor take turns in slices of a second; a figure is the median of five rounds. Needs Linux.
`

const words = process.argv.slice(2)
const option = (name: string, usual: string) => words[words.indexOf(`--${name}`) + 1 || words.length] ?? usual
if (words.includes('--help')) {
  process.stdout.write(usage)
  process.exit(0)
}

const known = ['--json', '--sizes', '--engine', '--only', '--keep', '--mysql']
const unknown = words.filter((word) => word.startsWith('--') && !known.includes(word))
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}.\n\n${usage}`)
  process.exit(1)
}

const sizes = option('sizes', '1000,10000,100000,1000000').split(',').map(Number)
const engines = option('engine', 'sqlite,mysql').split(',') as EngineName[]
const tell = (text: string) => process.stderr.write(`${text}\n`)
const found: Figure[] = []
process.env.LOG = 'off'
process.setMaxListeners(0)

await measure().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
process.stdout.write(words.includes('--json') ? `${JSON.stringify(found, null, 2)}\n` : `${asTable(found)}\n`)

async function measure(): Promise<void> {
  const wants = (part: string) => ['', part].includes(option('only', ''))
  if (wants('start')) found.push(...(await bundles()), ...(await hostStart()))
  if (wants('reports')) found.push(...(await reports()))
  if (wants('due')) found.push(...(await dueSchedules()))
  if (wants('people')) found.push(...(await people(tell)))
  if (wants('objects')) found.push(...(await putAndSign()))
  if (wants('page')) found.push(...(await page(tell)))
  if (['start', 'reports', 'due', 'people', 'objects', 'page'].includes(option('only', ''))) return
  const kept = { folder: option('keep', '') || undefined, mysql: option('mysql', '') || undefined }
  for (const engine of engines) {
    const world = await worldOf(engine, sizes, tell, kept)
    const middle = sizes.includes(10_000) ? 10_000 : (sizes[0] ?? 0)
    if (wants('figures')) found.push(...(await figures(world, sizes)))
    if (wants('writing')) found.push(...(await adding(world, middle)), ...(await importing(world, middle)))
    await world.close()
  }
}
