// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
// node scripts/run.mjs <name> [argument…]: runs scripts/<name>.ts, after installing what it needs.
// esbuild and not tsx, for esbuild is among the packages of a plain start; in this very process, so that exit codes
// and signals are the script's own.
import fs from 'fs'
import path from 'path'
import url from 'url'
import { complain, ensure, root, sentence } from './install.mjs'

/** What an operator runs; it must not ask for the packages of development. */
const operating = ['build', 'migrate', 'backup', 'check-totals', 'doctor', 'db2-install']

function run(name, args) {
  const script = path.join(root, 'scripts', `${name}.ts`)
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !fs.existsSync(script)) throw sentence(`There is no script "${name}".`)

  ensure({ dev: !operating.includes(name) })
  process.chdir(root)
  process.argv = [process.execPath, script].concat(args)
  process.setSourceMapsEnabled(true)
  return bundle(name, script).then((file) => import(url.pathToFileURL(file).href))
}

function bundle(name, script) {
  const folder = path.join(root, 'node_modules', '.cache', 'outlay')
  return import('esbuild')
    .then((esbuild) =>
      esbuild
        .build({
          entryPoints: [script],
          outfile: path.join(folder, `${name}.mjs`),
          bundle: true,
          write: false,
          platform: 'node',
          target: 'node20',
          format: 'esm',
          packages: 'external',
          sourcemap: 'inline',
          logLevel: 'warning',
          plugins: [ownAddress],
        })
        .finally(() => esbuild.stop()),
    )
    .catch((error) => {
      throw error.errors ? sentence(`scripts/${name}.ts could not be read; the reason is above.`) : error
    })
    .then(({ outputFiles: [{ path: file, contents }] }) => {
      keep(folder, file, contents)
      return file
    })
}

/** Renamed into place, so that two runs at once never read half a file. */
function keep(folder, file, contents) {
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(`${file}.${process.pid}`, contents)
    fs.renameSync(`${file}.${process.pid}`, file)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    throw sentence(`The folder ${folder} cannot be written to: run this as the user who installed Outlay.`)
  }
}

/** In the bundle a file still finds its neighbours: import.meta.url stays that of the source. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return {
        contents: text.replaceAll('import.meta.url', JSON.stringify(url.pathToFileURL(file).href)),
        loader: 'ts',
      }
    })
  },
}

Promise.resolve()
  .then(() => run(process.argv[2] || '', process.argv.slice(3)))
  .catch(complain)
