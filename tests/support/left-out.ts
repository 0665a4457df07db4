/** Names a part of a test file that cannot run here; the runner lists it, and in CI counts it as a failure. */
export function leaveOut(what: string, why: string): void {
  if (process.send) process.send({ kind: 'left-out', what, why })
  else console.error(`left out: ${what} (${why})`)
}
