import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { html } from './html.ts'
import { settle } from './locale.ts'
import { same } from './same.ts'

const drawing = suite('a drawing that is kept')

drawing('is made anew only when what it leans on is another', () => {
  let times = 0
  const draw = (...leans: readonly unknown[]) =>
    same('a', leans, () => {
      times += 1
      return [html`<p></p>`]
    })
  const list = [1]
  const first = draw(list, 'x')

  assert.is(draw(list, 'x'), first)
  assert.is.not(draw([1], 'x'), first)
  draw([1])
  assert.is(times, 3)
})

drawing('is made anew in another language', () => {
  settle('en-IE')
  const draw = () => same('b', [], () => html`<p></p>`)
  const first = draw()
  settle('de-DE')

  assert.is.not(draw(), first)
})

drawing.run()
