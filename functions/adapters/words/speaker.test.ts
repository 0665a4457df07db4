import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from '../../domain/day.ts'
import { fromStore } from '../../domain/money.ts'
import { catalogues, greedy, languageOf, type Word } from './catalogue.ts'
import { speakerOf } from './speaker.ts'

const euro = { code: 'EUR', digits: 2 }
const dinar = { code: 'KWD', digits: 3 }
const yen = { code: 'JPY', digits: 0 }
const plain = (text: string) => text.replace(/\s/g, ' ')

const speaking = suite('a speaker')

speaking('writes amounts as the locale does, exactly', () => {
  const amount = fromStore(-999_999_999_999_999n)

  assert.is(speakerOf('en-IE').money(amount, euro), '−€9,999,999,999,999.99')
  assert.is(plain(speakerOf('de-DE').money(amount, euro)), '−9.999.999.999.999,99 €')
  assert.is(speakerOf('en-US').figure(fromStore(1_234n), yen, true), '+1,234')
  assert.is(speakerOf('en').figure(fromStore(1_234_567n), dinar), '1,234.567')
})

speaking('keeps to the script of its words', () => {
  assert.is(plain(speakerOf('ar-KW').money(fromStore(1_500n), dinar)), 'KWD 1.500')
  assert.is(speakerOf('hi-IN').figure(fromStore(12_345_600n), euro), '1,23,456.00')
  assert.is(speakerOf('ja-JP').money(fromStore(1_500n), yen), '¥1,500')
})

speaking('says a currency by its code where its sign cannot be shown', () => {
  const without = speakerOf('en-IE', (text) => !text.includes('€'))
  assert.is(plain(without.money(fromStore(1_250n), euro)), 'EUR 12.50')
})

speaking('says days and periods in its language, in the order of its country', () => {
  const march = { start: '2026-03-01' as Day, end: '2026-03-31' as Day }

  assert.is(speakerOf('de-AT').title(march), 'März 2026')
  assert.is(speakerOf('en-US').day('2026-03-18' as Day, 'date'), 'March 18')
  assert.is(speakerOf('fr-FR').day('2026-03-18' as Day, 'date'), '18 March')
  assert.is(speakerOf('fr-FR').tag, 'en-FR')
})

speaking('tells the moment in the zone that it is given', () => {
  const ms = Date.parse('2026-03-31T22:30:00Z')
  assert.match(speakerOf('en-IE').moment(ms, 'Asia/Kolkata'), /^1 April 2026.*04:00/)
})

const catalogue = suite('the catalogues')

catalogue('speak English where a language is not spoken', () => {
  assert.is(languageOf('de-CH'), 'de')
  assert.is(languageOf('tlh'), 'en')
})

catalogue('ask for the values that the English one gives, and no others', () => {
  assert.equal(greedy, [])
  const slots = (message: string) =>
    [...new Set([...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name]) => name))].sort()
  for (const name of Object.keys(catalogues.en) as Word[]) {
    assert.equal(slots(catalogues.de[name]), slots(catalogues.en[name]), name)
  }
})

catalogue('have every variant of number that their language needs', () => {
  for (const [language, messages] of Object.entries(catalogues)) {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const message of Object.values(messages).filter((one) => one.includes(', plural,'))) {
      // without its mark the number would stand at the end of the words
      for (const variant of needed) assert.match(message, new RegExp(`\\b${variant} \\{[^{}]*#`))
    }
  }
})

catalogue('hold no message that nobody says', () => {
  const folders = ['words', 'letters', 'pdf'].map((name) => `functions/adapters/${name}`)
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /(?<!\.test)\.ts$/.test(name) && !/^(en|de)\.ts$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const said = files.join('\n')
  // the kinds of reports, and the closing lines of a list, are called by what they are
  const byName = ['weekly', 'monthly', 'custom', 'largest', 'smaller', 'all']
  const unsaid = Object.keys(catalogues.en).filter((name) => !byName.includes(name) && !said.includes(`'${name}'`))

  assert.equal(unsaid, [])
})

for (const one of [speaking, catalogue]) one.run()
