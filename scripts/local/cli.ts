import { start } from './main.ts'

start().catch((error: unknown) => {
  process.exitCode = 1
  console.error(error instanceof Error && error.name === 'Sentence' ? error.message : error)
})
