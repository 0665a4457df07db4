import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { shown } from '../tests/browser/drawn.ts'
import { html } from './html.ts'
import { settle } from './locale.ts'
import { inTurn, pass, same } from './same.ts'

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

const turns = suite('a drawing that can wait')

let clock = 0
/** What stands there after each pass over a page of these drawings: what is before them and each of them takes so many milliseconds. */
function passes(names: readonly string[], takes: number, about = 'May', before = 0) {
  const lean = {}
  const seen: string[] = []
  let isOwing = true
  while (isOwing) {
    let drawn: unknown
    isOwing = pass(
      () => {
        clock += before
        drawn = names.map((name) =>
          inTurn(name, about, [lean], () => {
            clock += takes
            return html`<p>${name} of ${about} ${takes}</p>`
          }),
        )
      },
      seen.length > 0,
      () => clock,
    )
    seen.push(shown(drawn))
  }
  return seen
}

turns('comes in a pass of its own when it comes for the first time, its shape before it', () => {
  assert.equal(passes(['c', 'd', 'e'], 9), [
    '|',
    '|c of May 9|',
    '|c of May 9|d of May 9|',
    '|c of May 9|d of May 9|e of May 9|',
  ])
})

turns('comes one by one where the rest of the page alone takes long', () => {
  assert.equal(passes(['l', 'm'], 1, 'May', 9), ['|', '|l of May 1|', '|l of May 1|m of May 1|'])
})

turns('comes at once where it was there before and all of them are quick', () => {
  assert.equal(passes(['f', 'g'], 0), ['|', '|f of May 0|', '|f of May 0|g of May 0|'])
  assert.equal(passes(['f', 'g'], 0, 'June'), ['|f of June 0|g of June 0|'])
})

turns('leaves what was there before in its place where it is about the same, and nothing of something else', () => {
  passes(['h', 'i'], 9)
  assert.is(passes(['h', 'i'], 8)[0], '|h of May 8|i of May 9|')
  assert.is(passes(['h', 'i'], 7, 'June')[0], '|h of June 7|')
})

turns('is not kept with what is around it while it waits', () => {
  const around = () => same('around', [], () => inTurn('k', '', [], () => html`<p>k</p>`))
  pass(
    () => {
      clock += 9
      assert.is(shown(around()), '|')
    },
    false,
    () => clock,
  )
  pass(
    () => assert.is(shown(around()), '|k|'),
    true,
    () => clock,
  )
})

drawing.run()
turns.run()
