import { linesOf } from '../../site/import/lines.ts'
import { openFile, type Usual } from '../../site/import/open-file.ts'
import { book } from '../browser/desk.ts'

export const irish = { order: 'dmy', sign: '.' } as const
export const german = { order: 'dmy', sign: ',' } as const
export const american = { order: 'mdy', sign: '.' } as const

/** A file as it is guessed: its entries in words, and by their numbers the lines that are none. */
export function toldFile(content: string | Uint8Array, usual: Usual = irish, into = book.accounts[0]) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const opened = openFile('file.csv', bytes, into, usual)
  if (!opened.ok || !opened.value.choice)
    return { found: [], entries: [], unread: [opened.ok ? 'our own' : opened.error] }
  const { found, unread } = linesOf(opened.value.rows, opened.value.choice, { ...book, accounts: into ? [into] : [] })
  return {
    found,
    entries: found.map(({ draft: { day, kind, amount, payee = '', note = '' } }) =>
      `${day} ${kind} ${amount} ${[payee, note].filter(Boolean).join(' | ')}`.trim(),
    ),
    unread: unread.map(({ row, trouble }) => `${row}: ${trouble}`),
  }
}
