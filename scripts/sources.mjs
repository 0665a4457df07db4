// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
import crypto from 'crypto'
import fs from 'fs'
import path from 'path'

const folders = ['functions', 'site', 'scripts']
const files = ['package.json', 'package-lock.json']

/** A short text that changes when a source file does: by path, size and time, no file is read. Tests do not count. */
export function sourcesStamp(root) {
  const hash = crypto.createHash('sha256')
  for (const folder of folders) if (fs.existsSync(path.join(root, folder))) add(hash, root, folder, true)
  for (const file of files) add(hash, root, file, false)
  return hash.digest('hex')
}

/** Every start waits for this: what the folder tells of a name is not asked of the file again. */
function add(hash, root, name, isFolder) {
  if (isFolder) {
    const entries = fs.readdirSync(`${root}/${name}`, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) if (counts(entry.name)) add(hash, root, `${name}/${entry.name}`, entry.isDirectory())
  } else {
    const found = fs.statSync(`${root}/${name}`, { throwIfNoEntry: false })
    if (found) hash.update(`${name} ${found.size} ${found.mtimeMs}\n`)
  }
}

const counts = (name) => name !== 'node_modules' && !/\.(test|contract)\.ts$/.test(name)
