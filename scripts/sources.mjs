// biome-ignore-all lint/style/useNodejsImportProtocol: read by Nodes that do not know it, to tell them so
import crypto from 'crypto'
import fs from 'fs'
import path from 'path'

const folders = ['functions', 'site', 'scripts']
const files = ['package.json', 'package-lock.json']

/** A short text that changes when a source file does: by path, size and time, no file is read. Tests do not count. */
export function sourcesStamp(root) {
  const lines = []
  for (const folder of folders) if (fs.existsSync(path.join(root, folder))) add(lines, root, folder, true)
  for (const file of files) add(lines, root, file, false)
  // hashed at once: a thousand short texts take longer
  return crypto.createHash('sha256').update(lines.join('')).digest('hex')
}

/** Every start waits for this: what the folder tells of a name is not asked of the file again. */
function add(lines, root, name, isFolder) {
  if (isFolder) {
    const entries = fs.readdirSync(`${root}/${name}`, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) if (counts(entry.name)) add(lines, root, `${name}/${entry.name}`, entry.isDirectory())
  } else {
    const found = fs.statSync(`${root}/${name}`, { throwIfNoEntry: false })
    if (found) lines.push(`${name} ${found.size} ${found.mtimeMs}\n`)
  }
}

const counts = (name) => name !== 'node_modules' && !/\.(test|contract)\.ts$/.test(name)
