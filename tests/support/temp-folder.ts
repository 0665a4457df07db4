import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let home: string | undefined

/** An empty folder that is gone when this process is. */
export function tempFolder(): string {
  home ??= newHome()
  return mkdtempSync(join(home, 'folder-'))
}

function newHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
