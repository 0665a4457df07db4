import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { disguises } from './pseudo.ts'
import { isFromTheRight, platformWords, speak, t } from './t.ts'

const pseudo = suite('the pseudo-locale')
pseudo.after.each(() => speak())

pseudo('brackets, stresses and lengthens our words, and leaves values alone', () => {
  speak('en', undefined, disguises['en-XA'])
  const shown = t('{amount} of {n, plural, one {# part} other {# parts}}', { amount: '12.50 EUR', n: 2 })

  assert.match(shown, /^\[12\.50 EUR .* 2 .*·+\]$/)
  assert.not.match(shown, /of|parts/)
  assert.is(shown.normalize('NFD').replace(/[\u0301·[\]]/g, ''), '12.50 EUR of 2 parts')
  assert.is(platformWords('November').replaceAll('\u0301', ''), 'November')
  assert.not.match(platformWords('November'), /November/)
})

pseudo('of the other direction says the same words from the right', () => {
  speak('en', undefined, disguises['ar-XB'])

  assert.is(
    t('{n, plural, one {# part} other {# parts}} of {all}', { n: 2, all: 'it' }),
    '2 \u202eparts\u202c \u202eof\u202c it',
  )
  assert.ok(isFromTheRight())
})

pseudo('is off unless it is asked for', () => {
  speak()
  assert.is(t('Save'), 'Save')
})

const catalogue = suite('the catalogue')

catalogue('holds no message that no page says', () => {
  const files = readdirSync('site', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const code = files.filter((file) => !file.includes('messages')).map((file) => readFileSync(`site/${file}`, 'utf8'))
  const said = code.join('\n')
  const unsaid = files
    .filter((file) => /messages.en/.test(file))
    .flatMap((file) =>
      [...readFileSync(`site/${file}`, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name),
    )
    .filter(
      (name) =>
        !new RegExp(
          `\\b(en|asks|lists|words|charts|say|steps|keys|period)\\.${name}\\b|\\b${name} \\} from|\\{ ${name}\\b`,
        ).test(said),
    )

  assert.equal(unsaid, [])
})

pseudo.run()
catalogue.run()
