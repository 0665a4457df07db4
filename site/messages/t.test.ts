import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { platformWords, speak, t } from './t.ts'

const pseudo = suite('the pseudo-locale')
pseudo.after.each(() => speak('en'))

pseudo('brackets, stresses and lengthens our words, and leaves values alone', () => {
  speak('en-XA')
  const shown = t('{amount} of {n, plural, one {# part} other {# parts}}', { amount: '12.50 EUR', n: 2 })

  assert.match(shown, /^\[12\.50 EUR .* 2 .*·+\]$/)
  assert.not.match(shown, /of|parts/)
  assert.is(shown.normalize('NFD').replace(/[\u0301·[\]]/g, ''), '12.50 EUR of 2 parts')
  assert.is(platformWords('November').replaceAll('\u0301', ''), 'November')
  assert.not.match(platformWords('November'), /November/)
})

pseudo('is off for every other locale', () => {
  speak('de-DE')
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
