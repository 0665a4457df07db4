import { migration } from '../../sql/migrator.ts'
import { ascii, big, day, id, long, optional, small, table, text } from '../../sql/table.ts'

const name = text(120)
/** Folding can lengthen a name; what is longer than this the writer cuts. */
const key = text(480)
const currency = ascii(3)
const word = ascii(10)
const rule = ascii(40)
const hash = ascii(64)
const stamps = { created_ms: big, touched_ms: big }
const owned = { ledger_id: id, id, version: big }

export const ledger0001 = migration('0001', [
  table('ledgers', {
    columns: {
      id,
      name,
      currency,
      digits: small,
      time_zone: ascii(64),
      first_weekday: small,
      revision: big,
      created_ms: big,
    },
    primary: ['id'],
  }),
  table('ledger_rules', {
    columns: { ledger_id: id, effective_from: day, rule },
    primary: ['ledger_id', 'effective_from'],
  }),
  table('principals', {
    columns: { user_id: id, default_ledger_id: id, valid_from_ms: big, state: word },
    primary: ['user_id'],
    indexes: { by_state: ['state'] },
  }),
  table('memberships', {
    columns: { ledger_id: id, user_id: id, role: word },
    primary: ['ledger_id', 'user_id'],
    indexes: { by_user: ['user_id'] },
  }),
  table('accounts', {
    columns: {
      ...owned,
      name,
      name_key: key,
      kind: word,
      currency,
      digits: small,
      opening_balance: big,
      opening_day: day,
      balance: big,
      archived: small,
      ...stamps,
    },
    primary: ['ledger_id', 'id'],
    unique: { by_name: ['ledger_id', 'name_key'] },
  }),
  table('categories', {
    columns: {
      ...owned,
      name,
      name_key: key,
      kind: word,
      parent_id: optional(id),
      parent_key: id,
      merged_into: optional(id),
      merge_target: optional(id),
      archived: small,
      preset: optional(ascii(40)),
      ...stamps,
    },
    primary: ['ledger_id', 'id'],
    unique: { by_name: ['ledger_id', 'kind', 'parent_key', 'name_key'] },
  }),
  table('payees', {
    columns: { ...owned, name, name_key: key, merged_into: optional(id), merge_target: optional(id), ...stamps },
    primary: ['ledger_id', 'id'],
    unique: { by_name: ['ledger_id', 'name_key'] },
    indexes: { by_merged: ['ledger_id', 'merged_into'] },
  }),
  table('transactions', {
    columns: {
      ...owned,
      kind: word,
      day,
      month: day,
      amount: big,
      currency,
      digits: small,
      account_id: id,
      to_account_id: optional(id),
      to_amount: optional(big),
      to_currency: optional(currency),
      to_digits: optional(small),
      category_id: optional(id),
      payee_id: optional(id),
      note: optional(text(1000)),
      tags: text(1000),
      original_amount: optional(big),
      original_currency: optional(currency),
      original_digits: optional(small),
      split_count: small,
      body_hash: hash,
      ...stamps,
    },
    primary: ['ledger_id', 'id'],
    indexes: {
      by_day: ['ledger_id', 'day', 'id'],
      by_arrival: ['ledger_id', 'to_account_id', 'day', 'id'],
      by_amount: ['ledger_id', 'kind', 'currency', 'month', 'amount'],
    },
  }),
  table('lines', {
    columns: {
      ledger_id: id,
      tx_id: id,
      n: small,
      category_id: optional(id),
      payee_id: optional(id),
      account_id: id,
      kind: word,
      currency,
      day,
      month: day,
      amount: big,
      note: optional(text(1000)),
    },
    primary: ['ledger_id', 'tx_id', 'n'],
    indexes: {
      by_category: ['ledger_id', 'category_id', 'day', 'tx_id'],
      by_account: ['ledger_id', 'account_id', 'day', 'tx_id'],
      by_payee: ['ledger_id', 'payee_id', 'day', 'tx_id'],
    },
  }),
  table('tags', {
    columns: { ledger_id: id, tag_key: text(160), day, tx_id: id, tag: text(40) },
    primary: ['ledger_id', 'tag_key', 'day', 'tx_id'],
  }),
  table('totals', {
    columns: {
      ledger_id: id,
      face: word,
      grain: ascii(1),
      start: day,
      key_id: id,
      currency,
      plus: big,
      minus: big,
      n: big,
      touched_ms: big,
    },
    primary: ['ledger_id', 'face', 'grain', 'start', 'key_id', 'currency'],
  }),
  table('terms', {
    columns: { ledger_id: id, term: text(40), day, tx_id: id },
    primary: ['ledger_id', 'term', 'day', 'tx_id'],
  }),
  table('trash', {
    columns: { ledger_id: id, tx_id: id, version: big, body: long, deleted_ms: big, deleted_by: id },
    primary: ['ledger_id', 'tx_id'],
    indexes: { by_time: ['deleted_ms'], by_ledger: ['ledger_id', 'deleted_ms', 'tx_id'] },
  }),
  table('budgets', {
    columns: { ...owned, category_id: optional(id), currency, digits: small, rule, archived: small, ...stamps },
    primary: ['ledger_id', 'id'],
  }),
  table('budget_limits', {
    columns: { ledger_id: id, budget_id: id, effective_from: day, amount: big },
    primary: ['ledger_id', 'budget_id', 'effective_from'],
  }),
  table('alerts', {
    columns: {
      ledger_id: id,
      budget_id: id,
      period_start: day,
      threshold: small,
      id,
      period_end: day,
      amount: big,
      limit_amount: big,
      currency,
      digits: small,
      crossed_ms: big,
      state: word,
      lease_until: big,
      attempts: small,
    },
    primary: ['ledger_id', 'budget_id', 'period_start', 'threshold'],
    indexes: { by_state: ['state', 'crossed_ms'] },
  }),
  table('api_tokens', {
    columns: {
      id,
      token_hash: hash,
      user_id: id,
      ledger_id: optional(id),
      name,
      scope: word,
      created_ms: big,
      last_used_ms: optional(big),
      expires_ms: optional(big),
      revoked_ms: optional(big),
    },
    primary: ['id'],
    unique: { by_hash: ['token_hash'] },
    indexes: { by_user: ['user_id'], by_ledger: ['ledger_id'] },
  }),
])
