import { join, resolve } from 'node:path'
import { copyFolder } from '../functions/adapters/sql/copy-folder.ts'
import { inFolder } from './local/in-folder.ts'
import { folderIn } from './local/settings.ts'

const usage = `npm run backup [-- target]

Copies the data folder (OUTLAY_DATA, ./data when absent), which may be in use, to target; without one to
backups/<time> in the data folder. Overwrites nothing. To go back, stop Outlay and put the copy in the folder's place.
What settings have placed elsewhere is not in the copy, and is named.
`

const [target] = process.argv.slice(2)
if (target?.startsWith('-')) {
  process.stdout.write(usage)
  process.exitCode = target === '--help' ? 0 : 1
} else {
  const folder = folderIn(process.env)
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const place = target ? resolve(target) : join(folder, 'backups', time)
  // as what it copies is, it is for the eyes of this user
  process.umask(0o077)
  const { databases, elsewhere } = inFolder(folder, process.env)
  await copyFolder(folder, place, databases)
  process.stdout.write(`${place}\n`)
  if (elsewhere.length > 0) {
    process.stderr.write(
      `Not in this copy, for it lies elsewhere: what ${elsewhere.join(', ')} names. Back that up there.\n`,
    )
  }
}
