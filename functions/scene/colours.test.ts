import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dark, light } from './colours.ts'

const colours = suite('the colours of drawings')

colours('are those of the page', () => {
  const tokens = readFileSync('site/styles/tokens.css', 'utf8')
  const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)]
  const named = (place: number) => Object.fromEntries(pairs.map((pair) => [pair[1], pair[place]]))

  assert.equal(light, named(2))
  assert.equal(dark, named(3))
})

colours.run()
