/** Starts a port, or hands out the one that runs; `env` is the action's one bound parameter. See compose.ts. */
export type Starter<Port> = (env: unknown) => Promise<Port>

export type Starters = { readonly [need: string]: Starter<unknown> }

/** The ports that these starters start, by the same names. */
export type Started<S extends Starters> = { readonly [Need in keyof S]: Awaited<ReturnType<S[Need]>> }

export async function startAll<S extends Starters>(starters: S, env: unknown): Promise<Started<S>> {
  const names = Object.keys(starters)
  const ports = await Promise.all(Object.values(starters).map((start) => start(env)))
  return Object.fromEntries(names.map((name, i) => [name, ports[i]])) as Started<S>
}
