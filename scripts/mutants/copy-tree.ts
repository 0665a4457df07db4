import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

/** Not copied: what is made or installed, and what may be large. */
const left = ['node_modules', 'dist', 'data', '.git']

/** A copy of the tree to work in, its packages linked; its own folder for what scripts keep beside them. */
export function copyTree(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'outlay-mutants-'))
  const isWanted = (path: string) =>
    basename(path) !== left[0] && (dirname(path) !== root || !left.includes(basename(path)))
  cpSync(root, copy, { recursive: true, filter: isWanted })

  const packages = join(root, 'node_modules')
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(packages).filter((entry) => entry !== '.cache')) {
    symlinkSync(join(packages, name), join(copy, relative(root, packages), name))
  }
  return copy
}
