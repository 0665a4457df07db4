import type { Block } from '../../domain/insight.ts'
import type { PartFigure } from '../../domain/insight-categories.ts'
import type { Report } from '../../domain/report.ts'

/** Controls, and marks that turn the direction of what comes after them; a joiner within a word stays. */
const unwanted = /[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff]/gu
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Most texts are such: nothing in them needs a second look. */
const plain = /^[!-~]+(?: [!-~]+)*$/

/** One line that can stand among other words: what somebody typed, as far as it can be read, and nothing that acts on its surroundings. */
export function clean(text: string): string {
  if (plain.test(text)) return text
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(unwanted, '')
    .normalize('NFC')
    // marks upon marks would reach into the rows above and below
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim()
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}

/** A report with every text that somebody typed made clean; texts of which nothing is left are absent, or empty. */
export function cleaned(report: Report): Report {
  return {
    ...report,
    ledger: { ...report.ledger, name: clean(report.ledger.name) },
    blocks: report.blocks.map(blockWith),
    budgets: report.budgets.map((budget) =>
      budget.category === undefined ? budget : { ...budget, category: clean(budget.category) || nameless },
    ),
    entries: report.entries.map((entry) => {
      const { payee, note, ...rest } = entry
      return {
        ...rest,
        ...only('payee', payee),
        ...only('note', note),
        categories: entry.categories.map(clean).filter(Boolean),
        account: clean(entry.account),
      }
    }),
  }
}

/** A category has a name; this stands for one of which nothing can be read. */
const nameless = '…'

function blockWith(block: Block): Block {
  return {
    ...block,
    byCategory: block.byCategory.map((figure) => ({ ...named(figure), children: figure.children.map(named) })),
    byPayee: block.byPayee.map(({ name, ...payee }) => ({ ...payee, ...only('name', name) })),
  }
}

function named<Part extends PartFigure>(part: Part): Part {
  return part.name === undefined ? part : { ...part, name: clean(part.name) || nameless }
}

function only<Name extends string>(name: Name, text: string | undefined): { readonly [Key in Name]?: string } {
  const line = text === undefined ? '' : clean(text)
  return (line ? { [name]: line } : {}) as { readonly [Key in Name]?: string }
}
