// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
import crypto from 'crypto'
import fs from 'fs'
import path from 'path'

const parts = ['functions', 'site', 'sample', 'scripts', 'package.json', 'package-lock.json']

/** A short text that changes when a source file does: by path, size and time, no file is read. Tests do not count. */
export function sourcesStamp(root) {
  const hash = crypto.createHash('sha256')
  for (const part of parts) add(hash, root, part)
  return hash.digest('hex')
}

function add(hash, root, name) {
  const found = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!found || /\.(test|contract)\.ts$|\/node_modules$/.test(name)) return
  if (found.isDirectory()) {
    for (const child of fs.readdirSync(path.join(root, name)).sort()) add(hash, root, `${name}/${child}`)
  } else {
    hash.update(`${name} ${found.size} ${found.mtimeMs}\n`)
  }
}
