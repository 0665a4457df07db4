/** Says how long something took, for people to read: the runner prints it, and no test judges it. */
export function measured(what: string, ms: number): void {
  const text = `${what}: ${ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`}`
  if (process.send) process.send({ kind: 'measured', text })
  else console.log(`measured: ${text}`)
}
