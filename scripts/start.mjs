// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
// npm start: installs what is missing, builds what has changed, and runs Outlay in this very process.
import fs from 'fs'
import path from 'path'
import { load } from './compiled.mjs'
import { complain, ensure, root, sentence, spawnSync } from './install.mjs'
import { sourcesStamp } from './sources.mjs'

const program = path.join(root, 'dist', 'local.cjs')
const stampFile = path.join(root, 'dist', '.stamp')

function start() {
  ensure({ dev: false })
  settle()
  const stamp = sourcesStamp(root)
  if (!isBuilt(stamp)) build(stamp)
  // by the stamp, for the engine knows its own work by no more than its length
  const local = load(program, path.join(root, 'dist', `local-${stamp}.compiled`))
  return local.program.start().then(local.keep)
}

/** All that follows may take the project's folder for the current one; a data folder named by the caller keeps its place. */
function settle() {
  const data = process.env.OUTLAY_DATA
  if (data) process.env.OUTLAY_DATA = path.resolve(data)
  process.chdir(root)
}

function isBuilt(stamp) {
  return fs.existsSync(program) && fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp
}

/** In a process of its own, so that the builder's memory is not the host's. */
function build(stamp) {
  fs.rmSync(stampFile, { force: true })
  const script = path.join(root, 'scripts', 'run.mjs')
  const done = spawnSync(process.execPath, [script, 'build', 'local'], { stdio: 'inherit' })
  if (done.status !== 0) throw sentence('Outlay could not be built; the reason is above.')
  fs.writeFileSync(stampFile, stamp)
}

Promise.resolve().then(start).catch(complain)
