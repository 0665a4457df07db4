import type { PartRole, Scene } from '../../scene/scene.ts'
import type { Headline } from '../words/report-words.ts'

export interface TableRow {
  readonly cells: readonly string[]
  /** The colour of a small square before its name. */
  readonly role?: PartRole
  /** What all others add up to. */
  readonly isTotal?: boolean
}

export interface LimitLine {
  readonly name: string
  readonly state: string
  readonly standing: 'over' | 'near' | 'fine'
  /** What it is made of: "129.00 of 160.00". */
  readonly made: string
  /** The bar. */
  readonly scene: Scene
}

/** What a letter is made of, in its order. HTML and text are both written from these, so that they cannot differ. */
export type Piece =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly note?: string }
  | { readonly kind: 'figures'; readonly figures: readonly Headline[] }
  /** The first column is words, all others are figures; `ring` stands beside it. */
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      readonly rows: readonly TableRow[]
      readonly ring?: Picture
    }
  | {
      readonly kind: 'bars'
      readonly picture: Picture
      readonly labels: readonly string[]
      /** The last bar is the one that the letter is about. */
      readonly isAboutLast: boolean
      readonly caption: string
    }
  | { readonly kind: 'limits'; readonly limits: readonly LimitLine[] }
  | { readonly kind: 'button'; readonly text: string; readonly url: string }

/** A scene without words, which are beside it in the letter. */
export interface Picture {
  readonly name: string
  readonly scene: Scene
  /** Pixels that it is wide; and how many of them are one of the scene's. */
  readonly width: number
  readonly scale: number
  readonly alt: string
}

export interface Link {
  readonly text: string
  readonly url: string
}

/** A letter before it is written down. */
export interface Draft {
  /** The language of all words. */
  readonly tag: string
  readonly subject: string
  /** What a list of mails shows after the subject. */
  readonly preview: string
  /** What kind of mail it is, and of which ledger. */
  readonly about: string
  readonly pieces: readonly Piece[]
  /** Why this came. */
  readonly why: string
  readonly links: readonly Link[]
}
