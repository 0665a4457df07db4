import { buildActions } from './build/actions.ts'
import { buildLocal } from './build/local.ts'
import { writeFunctions } from './build/serverless.ts'
import { buildSite } from './build/site.ts'

const usage = `npm run build [-- local]

  (nothing)  the site, the local host, a zip per action, and the functions of serverless.yml
  local      only the site and the local host, as npm start needs them
`

const [what] = process.argv.slice(2)
if (what !== undefined && what !== 'local') {
  process.stdout.write(usage)
  process.exit(what === '--help' ? 0 : 1)
}

const site = await buildSite()
await buildLocal(site.files)
const { css, first, parts } = site.gzipped
for (const [part, bytes] of Object.entries({ ...first, ...parts, style: css })) {
  process.stdout.write(`${part.padEnd(28)} ${String(bytes).padStart(6)} bytes gzipped\n`)
}

if (what === undefined) {
  const actions = await buildActions(site.files)
  for (const { name, bundle, zip } of actions) {
    process.stdout.write(`${name.padEnd(14)} bundle ${String(bundle).padStart(7)}  zip ${String(zip).padStart(7)}\n`)
  }
  process.stdout.write(writeFunctions() ? 'serverless.yml: functions written anew\n' : 'serverless.yml: up to date\n')
}
