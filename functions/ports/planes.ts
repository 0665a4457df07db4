/** The stores that everything rests on, asked only whether they answer. */
export interface Planes {
  /** False when it does not answer a cheap question soon. */
  up(plane: Plane): Promise<boolean>
}

export type Plane = 'identity' | 'ledger'
