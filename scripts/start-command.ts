import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'))

/** What `npm start` gives to Node, for whoever needs the host as a process of its own, without npm between. */
export const startCommand: readonly string[] = manifest.scripts.start.split(' ').slice(1)
