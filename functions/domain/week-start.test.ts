import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstWeekdayOf } from './week-start.ts'

const weeks = suite('the first weekday of a locale')

const days = {
  de: 1,
  'de-CH': 1,
  'en-GB': 1,
  'en-US': 7,
  'en-IN': 7,
  hi: 7,
  ja: 7,
  'pt-BR': 7,
  'ar-EG': 6,
  en: 1,
  tlh: 1,
}

for (const [locale, day] of Object.entries(days)) {
  weeks(`is ${day} for ${locale}`, () => assert.is(firstWeekdayOf(locale), day))
}

weeks('is guessed by country where the engine cannot tell', () => {
  const kept = Object.getOwnPropertyDescriptors(Intl.Locale.prototype)
  for (const name of ['weekInfo', 'getWeekInfo']) Reflect.deleteProperty(Intl.Locale.prototype, name)
  try {
    assert.equal(['de', 'en-US', 'hi', 'fr-CA', 'en'].map(firstWeekdayOf), [1, 7, 7, 7, 1])
  } finally {
    Object.defineProperties(Intl.Locale.prototype, kept)
  }
})

weeks.run()
