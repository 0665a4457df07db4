import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Servers live where an ordinary user's PATH does not look. */
const servers = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/opt/homebrew/bin']

/** The path of the first of these programs that this machine has. */
export function programPath(...names: readonly string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...servers]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
