import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { safeParse } from 'valibot'
import { Name } from './shapes.ts'
import { Seen } from './text.ts'

const naming = suite('a name')

const isName = (text: string) => safeParse(Name, text).success

naming('is anything in which something can be seen', () => {
  for (const name of ['Asha', 'ß', '食費', '🛒', '\u{1d11e}', '👩\u200d🌾', ' a ', '\u200bb', 'می\u200cخواهم']) {
    assert.ok(isName(name), name)
  }
})

naming('is not made of spaces and joiners alone, however many', () => {
  for (const name of [
    '',
    ' ',
    '\u200b',
    '\u2060\ufeff',
    '\u3164',
    '\u2800',
    '\u{e0041}\u{e0020}',
    '\ufe0f \u00ad',
    '\u0301\u0302',
  ]) {
    assert.not.ok(isName(name), JSON.stringify(name))
  }
})

naming('takes or refuses every character there is as Unicode says, and up to U+FFFF as its pattern does', () => {
  const unseen = /^(?:[\s\p{Default_Ignorable_Code_Point}\u2800]|[\u0300-\u036f])$/u
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    const isTold = code > 0xffff || Seen.requirement.test(character) === isName(character)
    if (isName(character) === unseen.test(character) || !isTold) wrong.push(code.toString(16))
  }
  assert.equal(wrong, [])
})

naming.run()
