import { buildActions } from './build/actions.ts'
import { db2Files, packDb2 } from './build/db2.ts'
import { buildDeployPlugin } from './build/deploy-plugin.ts'
import { addDb2, buildPrograms, buildRoot } from './build/image.ts'
import { writeKustomize } from './build/kustomize.ts'
import { buildLocal } from './build/local.ts'
import { writeFunctions } from './build/serverless.ts'
import { writeSettings } from './build/settings-doc.ts'
import { buildSite } from './build/site.ts'

const usage = `npm run build [-- [local|image] [--db2]]

  (nothing)  the site, the local host, a zip per action, the deploy tool's plugin, the parts of serverless.yml and
             k8s-fallback that follow from the route table, and the table in docs/settings.md
  local      only the site and the local host, as npm start needs them
  image      only what k8s-fallback/Containerfile copies; Linux only
  --db2      with the Db2 driver and IBM's client, from npm run db2:install: in the zips that ask for people, some 27 MB in
             each, or in the image
`

const words = process.argv.slice(2)
const withDb2 = words.includes('--db2')
const [what, ...more] = words.filter((word) => word !== '--db2')
if ((what !== undefined && what !== 'local' && what !== 'image') || more.length > 0) {
  process.stdout.write(usage)
  process.exit(what === '--help' ? 0 : 1)
}

const site = await buildSite()
if (what === 'image') {
  await buildPrograms(site.files)
  buildRoot()
  if (withDb2) addDb2(db2Files())
} else await buildLocal(site.files)
const { css, first, parts } = site.gzipped
for (const [part, bytes] of Object.entries({ ...first, ...parts, style: css })) {
  process.stdout.write(`${part.padEnd(28)} ${String(bytes).padStart(6)} bytes gzipped\n`)
}

if (what === undefined) {
  const actions = await buildActions(site.files, withDb2 ? await packDb2() : [])
  for (const { name, bundle, zip } of actions) {
    process.stdout.write(`${name.padEnd(14)} bundle ${String(bundle).padStart(7)}  zip ${String(zip).padStart(7)}\n`)
  }
  await buildDeployPlugin()
  const settingsOf = (action: string) => actions.find(({ name }) => name === action)?.settings ?? []
  for (const file of await writeKustomize(settingsOf)) process.stdout.write(`${file}: written anew\n`)
  if (writeSettings()) process.stdout.write('docs/settings.md: table written anew\n')
  process.stdout.write(writeFunctions() ? 'serverless.yml: functions written anew\n' : 'serverless.yml: up to date\n')
}
