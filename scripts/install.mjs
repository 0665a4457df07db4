// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
// Read by any Node, however old: built-ins only, default imports, no syntax newer than modules.
import crypto from 'crypto'
import fs from 'fs'
import module from 'module'
import path from 'path'
import url from 'url'

const oldestNode = 20

/** The folder of package.json. */
export const root = path.dirname(path.dirname(url.fileURLToPath(import.meta.url)))

/**
 * Makes sure that this Node will do and that node_modules is what package-lock.json says; installs it when it is not.
 * Costs a few milliseconds and starts no process when there is nothing to do. Throws a sentence.
 */
export function ensure({ dev, folder = root }) {
  checkNode(process.versions.node)

  const lock = fs.readFileSync(path.join(folder, 'package-lock.json'))
  const wanted = print(lock)
  const kept = readStamp(folder)
  if (kept.print === wanted && (kept.what === 'all' || !dev)) return

  const found = whatIsThere(folder, JSON.parse(lock.toString()).packages)
  if (found === 'all' || (found === 'start' && !dev)) return writeStamp(folder, wanted, found)

  install(folder, dev)
  writeStamp(folder, wanted, dev ? 'all' : 'start')
}

/** An error that is meant for the person at the keyboard: only its message is shown. */
export function sentence(message) {
  const error = new Error(message)
  error.name = 'Sentence'
  return error
}

/** Says what went wrong, without a stack where it was foreseen or a builder has said where, and ends with 1. */
export function complain(error) {
  process.exitCode = 1
  const isPlain = error && (error.name === 'Sentence' || Array.isArray(error.errors))
  console.error(isPlain ? error.message : error)
}

export function checkNode(version) {
  if (Number(version.split('.')[0]) >= oldestNode) return
  throw sentence(`Outlay needs Node ${oldestNode} or later; this is Node ${version}.`)
}

/** A folder that is shared with another kind of machine holds the wrong native parts: hence platform and arch. */
function print(lock) {
  return crypto.createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
}

const stampOf = (folder) => path.join(folder, 'node_modules', '.outlay')

function readStamp(folder) {
  try {
    return JSON.parse(fs.readFileSync(stampOf(folder), 'utf8'))
  } catch {
    return {}
  }
}

/** The stamp only saves time: where node_modules cannot be written, the longer look is taken at each start. */
function writeStamp(folder, print, what) {
  try {
    fs.writeFileSync(stampOf(folder), JSON.stringify({ print, what }))
  } catch {}
}

/** What npm has put into node_modules, by the list that it leaves there as its last step: 'all', 'start' or nothing. */
function whatIsThere(folder, locked) {
  let there
  try {
    there = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', '.package-lock.json'), 'utf8')).packages
  } catch {
    return undefined
  }
  const missing = Object.keys(locked).filter((name) => {
    const has = there[name] && there[name].version === locked[name].version
    return name !== '' && !has && isMeantForUs(locked[name])
  })
  if (missing.length === 0) return 'all'
  return missing.every((name) => locked[name].dev) ? 'start' : undefined
}

/** Native parts come once per platform; which C library is ours is npm's to know, and its absence no reason to install. */
function isMeantForUs(entry) {
  if (!entry.optional) return true
  const fits = (list, mine) => !list || list.includes(mine)
  return !entry.libc && fits(entry.os, process.platform) && fits(entry.cpu, process.arch)
}

function install(folder, dev) {
  console.log(dev ? 'Installing packages, with those for development (npm ci) …' : 'Installing packages (npm ci) …')
  const scope = dev ? ['--include=dev'] : ['--omit=dev']
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress']
  const done = npm(['ci'].concat(scope, '--include=optional', quiet), folder)
  if (done.status !== 0) throw sentence(whyNot(done))
}

function npm(args, folder) {
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }
  const running = process.env.npm_execpath || ''
  if (/npm-cli\.c?js$/.test(running)) {
    return spawnSync(process.execPath, [running].concat(args), options)
  }
  const shell = process.platform === 'win32' // npm is a .cmd file there
  return spawnSync('npm', args, Object.assign({ shell }, options))
}

/** Node's own, loaded when something is to be run: most starts run nothing, and it takes their time. */
export function spawnSync(program, args, options) {
  return module
    .createRequire(import.meta.url)('child_process')
    .spawnSync(program, args, options)
}

const reasons = [
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET|FETCH_ERROR)/,
    'the package registry cannot be reached',
  ],
  [/^(EACCES|EPERM|EROFS)/, 'the folder cannot be written'],
  [/^ENOSPC/, 'the disk is full'],
  [/^EUSAGE/, 'package.json and package-lock.json do not agree'],
]

function whyNot(done) {
  if (done.error && done.error.code === 'ENOENT') return 'Outlay needs npm to install its packages, and there is none.'
  const code = (/npm (?:error|ERR!) code (\S+)/.exec(done.stderr || '') || [])[1] || `exit code ${done.status}`
  const reason = (reasons.find((pair) => pair[0].test(code)) || [])[1] || 'npm failed'
  return `The packages could not be installed: ${reason} (${code}). "npm ci" in this folder says more.`
}
