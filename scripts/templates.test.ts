import { readdirSync, readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import { type ComponentChildren, h } from 'preact'
import { render } from 'preact-render-to-string'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { html as byHtm } from '../site/html.ts'
import { asCalls } from './build/templates.ts'

type Tag = typeof byHtm
type Template = (html: Tag, given: typeof values) => unknown

const part = ({ label, children }: { label: string; children?: ComponentChildren }) =>
  h('b', { title: label }, children)
const values = { name: 'Ana "&" {Bo}', of: [1, 2], no: undefined, rest: { id: 'r', class: 'last' }, part }

/** Each is drawn by htm as it stands, and by what its source is turned into. */
const each: { readonly [what: string]: Template } = {
  'a text': (html) => html`<p>Every outlay, accounted for.</p>`,
  'texts and values beside each other': (html, { name }) => html`<p>a ${name} b ${2} c</p>`,
  'breaks between tags': (html, { name }) => html`<ul>
    <li>one</li>
    <li> two </li>
    ${name}
  </ul>`,
  'an attribute that is a value': (html, { name }) => html`<a href=${name} title="${name}" hidden>x</a>`,
  'an attribute in pieces': (html, { name }) => html`<a href="/a/${name}/b?${2}" class="${2} ${3}" id="${4}${5}">x</a>`,
  'attributes spread over others': (html, { rest }) =>
    html`<i class="first" ...${rest} title="t" ...${{ lang: 'de' }} />`,
  'others spread over': (html, { rest }) => html`<i ...${rest} class="own" />`,
  'several at the top': (html, { name }) => html`<i>1</i>${name}<b>2</b>`,
  'one value alone': (html, { name }) => html`${name}`,
  'nothing where there is nothing': (html, { no }) => html`<p>${no}${null}${false}${0}</p>`,
  'a part of its own': (html, { name }) => html`<${part} label="l">inner ${name}<//>`,
  'templates within templates': (html, { of }) =>
    html`<ul>${of.map((n) => html`<li key=${n}>${n > 1 ? html`<b>${n}</b>` : `t${n}`}</li>`)}</ul>`,
  'braces and quotes in what is filled in': (html) =>
    html`<p>${((o: Readonly<Record<string, string>>) => `${o['}']}'"\`\`'}`)({ '}': `{${'}'}` })}</p>`,
  'a comment': (html, { name }) => html`<p><!-- <b>not</b> ${name} -->yes</p>`,
}

const templates = suite('templates as calls')

for (const [what, template] of Object.entries(each)) {
  templates(`draw ${what} as htm does`, () => {
    const source = asCalls(String(template))
    const called: Template = new Function('part', `return ${source}`)(part)

    assert.not.match(source, 'html`')
    const drawn = (made: unknown) => render(h('div', null, made as ComponentChildren))
    assert.is(drawn(called(h as unknown as Tag, values)), drawn(template(byHtm, values)))
  })
}

templates('are what every template of the site can be turned into', async () => {
  const files = readdirSync('site', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  let turned = 0
  for (const file of files) {
    const source = readFileSync(`site/${file}`, 'utf8')
    const made = asCalls(source)
    assert.not.match(made, 'html`', file)
    if (made !== source) turned++
    await transform(made, { loader: 'ts' })
  }
  assert.ok(turned > 50, `${turned} files with templates`)
})

templates('that escape something, or have no end, are refused', () => {
  assert.throws(() => asCalls('html`<p>\\n</p>`'), /A template escapes something/)
  assert.throws(() => asCalls('html`<p>'), /A template has no end/)
  assert.throws(() => asCalls(['html`<p>$', '{ {</p>`'].join('')), /has no end/)
})

templates.run()
