import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fill } from '../../functions/domain/message.ts'
import { type Messages, messagesIn, otherLanguages, wordsOf } from '../../scripts/build/words.ts'
import { among, keyOf } from './key.ts'
import { speak, t } from './t.ts'

/** These are said in every language, whatever else is still English. */
const mostSeen = ['landing', 'outside', 'reset', 'sample']

const catalogues = suite('the catalogues')

catalogues('of German are whole', async () => {
  const [english, german] = [await messagesIn('en'), await messagesIn('de')]

  assert.equal(
    [...english.keys()].filter((name) => !german.has(name)),
    [],
  )
})

for (const language of otherLanguages()) {
  catalogues(`of ${language} say what is seen first, and no message that English has not`, async () => {
    const [english, own] = [await messagesIn('en'), await messagesIn(language)]
    const wanted = [...english.keys()].filter((name) => mostSeen.includes(name.split('.')[0] ?? ''))

    assert.equal(
      wanted.filter((name) => !own.has(name)),
      [],
    )
    assert.equal(
      [...own.keys()].filter((name) => !english.has(name)),
      [],
    )
  })

  catalogues(`of ${language} leave no value out, and know the language's numbers`, async () => {
    const [english, own] = [await messagesIn('en'), await messagesIn(language)]
    assert.equal(
      [...own].flatMap(([name, message]) => faultsIn(name, message, english, language)),
      [],
    )
  })
}

catalogues('are found by their English words', async () => {
  const german = await wordsOf('de')
  speak('de', among(Object.assign({}, ...german.values())))
  assert.is(t('Skip to content'), 'Zum Inhalt springen')
  assert.is(t('{n, plural, one {# limit} other {# limits}}' as const, { n: 2 }), '2 Grenzen')
  assert.is(t('Nobody has translated this'), 'Nobody has translated this')
  speak()
  assert.is(t('Skip to content'), 'Skip to content')
})

catalogues('have a key of its own for every message', async () => {
  const messages = new Set((await messagesIn('en')).values())
  assert.is(new Set([...messages].map(keyOf)).size, messages.size)
})

catalogues.run()

function faultsIn(name: string, message: string, english: Messages, language: string): readonly string[] {
  const original = english.get(name) ?? ''
  const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, one]) => one)
  const own = new Set(names(message))
  const missing = [...new Set(names(original))].filter((one) => !own.has(one))
  const strange = [...own].filter((one) => !names(original).includes(one))
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const forms = message.includes(', plural,') ? pluralCategories.filter((one) => !message.includes(` ${one} {`)) : []
  const values = Object.fromEntries([...own, ...missing].map((one) => [String(one), 1]))
  const [filled, before] = [fill(message, values, language), fill(original, values, 'en')]
  return [
    ...missing.map((one) => `${name} leaves out ${one}`),
    ...strange.map((one) => `${name} asks for ${one}`),
    ...forms.map((one) => `${name} has no words for ${one}`),
    ...[original, message].flatMap(numberless).map((form) => `${name} leaves its number out in ${form}`),
    ...(marks(filled) !== marks(before) ? [`${name} cannot be filled in: ${filled}`] : []),
  ]
}

/** What is left of a message's own signs when it is filled in: nothing, but for a # that is meant. */
const marks = (text: string) => text.replace(/[^{}#]/g, '')

/** The number stands in every form: it is written even where no # says where. */
function numberless(message: string): readonly string[] {
  const plurals = [...message.matchAll(/, plural,((?: \w+ \{[^{}]*\})+)/g)].map(([, forms = '']) => forms)
  return plurals.flatMap((forms) => [...forms.matchAll(/\w+ \{[^{}#]*\}/g)].map(([form]) => form))
}
