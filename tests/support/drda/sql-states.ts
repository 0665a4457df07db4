/**
 * Derby names some errors by states of its own, and all of them by code -1. The adapter knows Db2's, so they are put in
 * their place here: what Db2's manual says for the same trouble.
 */
export function asDb2(card: Buffer): Buffer {
  if (card[0] !== 0 || card.readInt32BE(1) >= 0) return card
  const said = card.toString('latin1', 5, 10)
  const [code, state] = (card.includes('Column\x14') ? columns[said] : undefined) ?? states[said] ?? [-901, said]
  card.writeInt32BE(code, 1)
  card.write(state, 5, 'latin1')
  return card
}

type Db2 = readonly [code: number, state: string]

const states: { readonly [derby: string]: Db2 } = {
  '22001': [-433, '22001'],
  '22003': [-413, '22003'],
  '23502': [-407, '23502'],
  '23505': [-803, '23505'],
  '40001': [-911, '40001'],
  // a lock that did not come in time
  '40XL1': [-911, '40001'],
  '42X01': [-104, '42601'],
  '42X04': [-206, '42703'],
  '42X05': [-204, '42704'],
  '42Y07': [-204, '42704'],
  '42Y55': [-204, '42704'],
  X0Y32: [-601, '42710'],
}

/** Where the same state of Derby says it of a column. */
const columns: { readonly [derby: string]: Db2 } = {
  X0Y32: [-612, '42711'],
}
