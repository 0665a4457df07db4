// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
import fs from 'fs'
import module from 'module'
import path from 'path'
import vm from 'vm'

/**
 * Reads a program in CommonJS. Most of a start is the engine's compiling: what it came to is read from `compiled`, if that
 * file is there and made by this engine, and is written there by `keep`.
 */
export function load(file, compiled) {
  const cachedData = read(compiled)
  const script = new vm.Script(module.wrap(fs.readFileSync(file, 'utf8')), { filename: file, cachedData })
  const own = { exports: {} }
  script.runInThisContext()(own.exports, module.createRequire(file), own, file, path.dirname(file))
  const isKept = cachedData && !script.cachedDataRejected
  return { program: own.exports, keep: () => isKept || write(compiled, script.createCachedData()) }
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** It only saves time: where it cannot be written, the next start compiles again. */
function write(file, data) {
  try {
    fs.writeFileSync(`${file}.${process.pid}`, data)
    // renamed into place, so that nobody ever reads half of it
    fs.renameSync(`${file}.${process.pid}`, file)
  } catch {}
}
