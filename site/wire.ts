import { fromStore, type Minor } from '../functions/domain/money.ts'

/** The wire's decimals say how many its currency has. */
export function digitsOf(wire: string): number {
  const point = wire.indexOf('.')
  return point < 0 ? 0 : wire.length - point - 1
}

export function minorOf(wire: string): Minor {
  return fromStore(wire.replace('.', ''))
}
