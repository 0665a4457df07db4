import { render } from 'preact-render-to-string'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../../functions/domain/money.ts'
import { ring } from '../../functions/scene/ring.ts'
import { trend } from '../../functions/scene/trend.ts'
import { html } from '../html.ts'
import { picture } from './scene.ts'

const drawing = suite('drawing a scene on the page')

drawing('puts pieces of a ring around its middle, whatever the width', () => {
  const parts = [{ role: 'c1' as const, amount: fromStore(1), parts: [] }]
  const svg = render(html`<div>${picture(ring(parts, { sentence: 'All of it.', headline: '0.01' }))}</div>`)

  assert.match(svg, /<svg x="50%" y="88" overflow="visible"><path class="c1" d="M0 -/)
  assert.match(svg, /role="img" aria-label="All of it\."/)
  assert.match(svg, /<text class="headline" x="50%"[^>]*>0\.01<\/text>/)
})

drawing('draws every shape of a scene', () => {
  const periods = [1, 2, 3].map((n) => ({
    label: `p${n}`,
    income: fromStore(n),
    expense: fromStore(2),
    net: fromStore(n - 2),
  }))
  const scene = trend(periods, 0, { sentence: 's', axis: String, amount: String })
  const svg = render(html`<div>${picture(scene)}</div>`)

  assert.is(svg.match(/<(rect|line|circle|text) /g)?.length, scene.shapes.length + scene.axis.length)
})

drawing.run()
