import { html } from './html.ts'

type Drawing = ReturnType<typeof html>

const kept = new Map<string, { readonly leans: readonly unknown[]; readonly drawing: Drawing }>()

/**
 * The very drawing that was made under this name before, where nothing that it leans on is another by now: Preact knows
 * it again and looks no further into it. Its handlers are as old as it is, so they ask the state and keep none of it.
 */
export function same(name: string, leans: readonly unknown[], draw: () => unknown): Drawing {
  const known = kept.get(name)
  if (known && leans.length === known.leans.length && leans.every((one, place) => one === known.leans[place])) {
    return known.drawing
  }
  const drawing = html`<${whole} draws=${draw()} />`
  kept.set(name, { leans, drawing })
  return drawing
}

/** A list of things is no node; this is one that holds them. */
function whole({ draws }: { readonly draws: unknown }): unknown {
  return draws
}

/** When words and numbers are written in another way, everything is drawn anew. */
export function forget(): void {
  kept.clear()
}
