import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a fresh clone would hold, in a new folder with a space in its name: no history, and nothing that git ignores. */
export function freshCopy(root: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'outlay-clone-')), 'my outlay')
  mkdirSync(folder)
  for (const name of readdirSync(root)) {
    if (isTracked(root, name)) cpSync(join(root, name), join(folder, name), { recursive: true, filter: isWanted })
  }
  return folder

  function isWanted(path: string): boolean {
    return path.split(/[\\/]/).every((part) => !['node_modules', '.git'].includes(part)) && !path.endsWith('.log')
  }
}

function isTracked(root: string, name: string): boolean {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  return name !== '.git' && !ignored.includes(name) && !ignored.includes(`${name}/`)
}
