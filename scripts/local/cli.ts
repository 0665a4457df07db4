// Runs the sources as they are, for those who change them; npm start runs what the build has made of them.
import './without-site.ts'
import { start } from './main.ts'

start().catch((error: unknown) => {
  process.exitCode = 1
  console.error(error instanceof Error && error.name === 'Sentence' ? error.message : error)
})
