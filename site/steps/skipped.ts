import type { Desk } from '../state/state.ts'

const steps = ({ kept }: Pick<Desk, 'kept'>) => kept('outlay-skipped')

/** The names of the steps that somebody left aside in this browser. */
export function skipped(desk: Pick<Desk, 'kept'>): readonly string[] {
  return (steps(desk).read() ?? '').split(' ').filter(Boolean)
}

export function skip(desk: Desk, name: string): void {
  steps(desk).write([...new Set([...skipped(desk), name])].join(' '))
  desk.state.set({})
}

/** From now on all that is not done is shown again. */
export function showAgain(desk: Desk): void {
  steps(desk).write(undefined)
  desk.state.set({})
}
