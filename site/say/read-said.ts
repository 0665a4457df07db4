import type { AccountView } from '../../functions/api/accounts.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { TransactionKind } from '../../functions/domain/transaction.ts'
import { readAmount } from '../amounts.ts'
import type { AmountFound } from './amount-words.ts'
import { benchFor, type Part } from './bench.ts'
import type { Known } from './known.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import {
  type Transfer,
  takeAccount,
  takeAmount,
  takeArriving,
  takeDay,
  takeQuoted,
  takeTags,
  takeTransfer,
} from './takes.ts'
import type { Word } from './words.ts'

/** Why it cannot be saved yet. */
export type Trouble =
  | 'no-amount'
  | 'bad-amount'
  | 'other-currency'
  | 'no-account'
  | 'no-to-account'
  | 'same-account'
  | 'no-to-amount'

/** What a line comes to. It can be saved where there is no trouble. */
export interface Said {
  readonly parts: readonly Part[]
  readonly kind: TransactionKind
  /** As on the wire, in the currency of the account. */
  readonly amount: string | undefined
  readonly account: AccountView | undefined
  readonly toAccount: AccountView | undefined
  readonly toAmount: string | undefined
  readonly day: Day
  readonly category: CategoryView | undefined
  /** The category is that of this payee's latest entry; it was not named. */
  readonly isLearned: boolean
  readonly payee: string | undefined
  readonly note: string | undefined
  readonly tags: readonly string[]
  readonly trouble: Trouble | undefined
}

/** Reads a line such as `12.50 lunch yesterday @card #team` or `50 > savings`. It never fails: what is missing is the trouble. */
export function readSaid(text: string, known: Known): Said {
  const bench = benchFor(text)
  const tags = takeTags(bench)
  const quoted = takeQuoted(bench)
  const named = takeAccount(bench, known)
  const day = takeDay(bench, known)
  const transfer = takeTransfer(bench, known)
  const amount = takeAmount(bench, known, transfer)
  const from = accountFor(named, transfer, amount?.currency, known)
  const toAmount = takeArriving(transfer, from, bench)

  const rest = bench.left().filter(({ text }) => /[\p{L}\p{N}&]/u.test(text))
  const meaning = transfer ? movedBy(rest) : meaningOf(rest, amount?.sign, known)
  for (const part of meaning.parts) bench.take(part.words, part.role)
  const account = from ?? (named || amount?.currency ? undefined : (meaning.account ?? known.accounts[0]))
  const read = amount && account && readAmount(amount.figures, account.currency)

  const said = {
    ...meaning,
    parts: bench.parts(),
    amount: read?.ok ? read.value : undefined,
    account,
    toAccount: transfer?.to,
    toAmount,
    day: day ?? known.today,
    note: [meaning.note, quoted].filter(Boolean).join(' · ') || undefined,
    tags,
  }
  return { ...said, trouble: troubleIn(said, amount) }
}

/** The one that is named, by name or by its currency; of a transfer without either, the first one that it does not lead to. */
function accountFor(
  named: AccountView | 'unknown' | undefined,
  transfer: Transfer | undefined,
  currency: string | undefined,
  { accounts }: Known,
): AccountView | undefined {
  if (named === 'unknown') return undefined
  const said = named ?? transfer?.from ?? accounts.find((one) => one.currency === currency)
  return said ?? (transfer && accounts.find(({ id }) => id !== transfer.to?.id))
}

/** Words of a transfer are a note. */
function movedBy(words: readonly Word[]): Meaning {
  const note = words.map(({ text }) => text).join(' ') || undefined
  const nothing = { category: undefined, isLearned: false, payee: undefined, account: undefined }
  return { kind: 'transfer', ...nothing, note, parts: words.length > 0 ? [{ role: 'note', words }] : [] }
}

function troubleIn(
  { kind, amount, account, toAccount, toAmount }: Omit<Said, 'trouble'>,
  said: AmountFound | undefined,
): Trouble | undefined {
  if (!said) return 'no-amount'
  if (said.currency && said.currency !== account?.currency) return 'other-currency'
  if (!account) return 'no-account'
  if (!amount) return 'bad-amount'
  if (kind !== 'transfer') return undefined
  if (!toAccount) return 'no-to-account'
  if (toAccount.id === account.id) return 'same-account'
  return toAccount.currency !== account.currency && !toAmount ? 'no-to-amount' : undefined
}
