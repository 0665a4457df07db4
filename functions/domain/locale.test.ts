import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { canonicalLocale } from './locale.ts'

const locales = suite('a language tag')

locales('has one spelling', () => {
  assert.is(canonicalLocale('pt-br'), 'pt-BR')
  assert.is(canonicalLocale('EN'), 'en')
  assert.is(canonicalLocale('zh-hans-cn'), 'zh-Hans-CN')
})

for (const tag of ['', 'e', 'en_US', 'english please', '-', 'de-', 'en-\u0000', `en-x-${'abcdefgh-'.repeat(4)}a`]) {
  locales(`is not ${JSON.stringify(tag)}`, () => assert.is(canonicalLocale(tag), undefined))
}

locales.run()
