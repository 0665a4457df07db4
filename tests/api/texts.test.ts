import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { unique } from '../support/examples.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'
import { isRefused } from './assess.ts'
import { openStage, type Stage } from './stage.ts'

/** What people paste, and what is sent to break things. None is longer than the shortest field takes. */
const texts = [
  ...['Zoë’s café', '東京の店', 'مقهى الشام', 'בית קפה', 'ข้าวผัด', 'नमस्ते', '👩‍👩‍👧‍👦 🇩🇪 🧑🏽‍🚀', 'e\u0301'.repeat(10)],
  ...[
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u202egnp.exe',
    'a\u00a0b',
    '\u3000',
    '\u00ad',
    '\u{e0001}',
    '\u{10ffff}',
    '\uffff',
  ],
  ...['\ufdfa'.repeat(20), '\u0344'.repeat(20), 'ﬃ'.repeat(20), 'ẛ̣', 'İıſK', 'ΣΣς', '½ ² ㎏', '\u1e9e'],
  ...["'; drop table payees; --", '" or 1=1', '\\', '%', '_', '\\%', '`', '$x', '{{x}}', '<script>alert(1)</script>'],
  ...['=1+1', '@SUM(A1)', '-', '+', 'null', 'undefined', 'NaN', 'true', '0', '__proto__', 'constructor', 'toString'],
  ...[
    '  both ends  ',
    'tab\tin it',
    'line\nbreak',
    '"quoted"',
    ',',
    ';',
    '\u2028',
    '\u0085',
    '../../etc',
    'CON',
    '%00',
  ],
]

const canBeSeen = /[\p{L}\p{N}\p{P}\p{S}]/u

const engines: { readonly [name: string]: () => Promise<string | undefined> } = {
  SQLite: async () => undefined,
  ...(mariadbPath() && { MariaDB: async () => JSON.stringify(await freshDatabase()) }),
}
if (!mariadbPath()) leaveOut('texts on MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

for (const [name, database] of Object.entries(engines)) {
  const keeping = suite(`texts, on ${name}`)
  let stage: Stage
  keeping.before(async () => {
    const ledger = await database()
    stage = await openStage(ledger === undefined ? {} : { ledger })
  })
  keeping.after(() => stage.close())

  keeping('come back as they were sent, or are refused', async () => {
    const asha = await register(stage.call)
    const kept = { refused: 0, taken: 0 }
    for (const text of texts) {
      for (const [place, send] of Object.entries(places(asha))) {
        const [made, read] = await send(text)
        if (made.status >= 400) {
          isRefused(made, `${place} ${JSON.stringify(text)}`)
          // what cannot be seen is no name
          if (canBeSeen.test(text)) kept.refused += 1
          continue
        }
        const back = await read()
        assert.ok(
          [text, text.trim(), text.trimStart()].includes(String(back)),
          `${place}: ${JSON.stringify(text)} came back ${JSON.stringify(back)}`,
        )
        kept.taken += 1
      }
    }
    assert.ok(kept.taken > kept.refused * 10, JSON.stringify(kept))
  })

  keeping('of the greatest length fit, in whatever script', async () => {
    const asha = await register(stage.call)
    for (const letter of ['a', 'ж', '東', '\ufdfa', '\u0344', 'ﬃ', '👍', '\u200b', 'İ']) {
      // an accent needs something to stand on
      const first = letter === '\u0344' ? 'e' : letter
      const long = (length: number) => first + letter.repeat(length - 1)
      const entry = {
        kind: 'expense',
        day: '2026-11-20',
        amount: '2.00',
        payee: long(120),
        note: long(1000),
        tags: Array.from({ length: 10 }, (_, n) => `${n}${long(38)}`),
        splits: Array.from({ length: 2 }, () => ({ amount: '1.00', note: long(1000) })),
      }
      const made = await asha.ledger('POST', '/transactions', entry)
      assert.is(made.status, letter === '\u200b' ? 400 : 201, `${letter}: ${JSON.stringify(made)}`)
      if (made.status === 201) {
        assert.is((made.body as { note: string }).note, entry.note)
        const found = await asha.ledger('GET', `/transactions?${new URLSearchParams({ text: long(40), limit: '1' })}`)
        assert.is(found.status, 200)
        assert.is(
          (await asha.ledger('GET', `/transactions?${new URLSearchParams({ tag: `1${long(38)}` })}`)).status,
          200,
        )
      }
      for (const list of ['accounts', 'categories', 'payees']) {
        const body = {
          name: long(120),
          ...(list === 'accounts' && { kind: 'bank' }),
          ...(list === 'categories' && { kind: 'expense' }),
        }
        const { status } = await asha.ledger('POST', `/${list}`, body)
        assert.ok([201, 400, 409, 422].includes(status), `${list} of ${letter}: ${status}`)
      }
    }
  })

  keeping.run()
}

type Sent = readonly [
  made: {
    readonly status: number
    readonly headers: { readonly [name: string]: string | undefined }
    readonly body: unknown
  },
  read: () => Promise<unknown>,
]

/** Every field that takes a text, each with the way back. */
function places(asha: Person): { readonly [place: string]: (text: string) => Promise<Sent> } {
  const field = (body: unknown, name: string): unknown => Reflect.get(Object(body), name)
  const inList =
    (list: string, more: object) =>
    async (text: string): Promise<Sent> => {
      const made = await asha.ledger('POST', `/${list}`, { ...more, name: text })
      return [made, async () => field((await asha.ledger('GET', `/${list}/${field(made.body, 'id')}`)).body, 'name')]
    }
  const inEntry =
    (part: (text: string) => object, back: (body: unknown) => unknown) =>
    async (text: string): Promise<Sent> => {
      const entry = { kind: 'expense', day: '2026-11-20', amount: '1.00', ...part(text) }
      const made = await asha.ledger('POST', '/transactions', entry)
      return [made, async () => back((await asha.ledger('GET', `/transactions/${field(made.body, 'id')}`)).body)]
    }
  const changed =
    (path: string, name: string) =>
    async (text: string): Promise<Sent> => {
      const made = await asha.ask('PATCH', path, { [name]: text })
      return [made, async () => field((await asha.ask('GET', path)).body, name)]
    }
  return {
    account: inList('accounts', { kind: 'bank' }),
    category: inList('categories', { kind: 'expense' }),
    payee: inList('payees', {}),
    'payee of an entry': inEntry(
      (payee) => ({ payee: `${payee}${unique('x').slice(-8)}` }),
      (body) => String(field(body, 'payee')).slice(0, -8),
    ),
    note: inEntry(
      (note) => ({ note }),
      (body) => field(body, 'note'),
    ),
    tag: inEntry(
      (tag) => ({ tags: [tag] }),
      (body) => Reflect.get(Object(field(body, 'tags')), 0),
    ),
    'note of a split': inEntry(
      (note) => ({ splits: [{ amount: '1.00', note }] }),
      (body) => field(Reflect.get(Object(field(body, 'splits')), 0), 'note'),
    ),
    ledger: changed(`/v1/ledgers/${asha.ledgerId}`, 'name'),
    person: changed('/v1/me', 'name'),
  }
}
