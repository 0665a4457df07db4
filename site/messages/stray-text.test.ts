import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

/** Attributes that people read or hear. */
const spoken = /\s(?:aria-label|placeholder|title|alt|label)="([^"]*\p{L}[^"]*)"/gu

const stray = suite('templates')

stray('hold markup and no words', () => {
  const files = readdirSync('site', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const found = files.flatMap((file) =>
    wordsIn(readFileSync(`site/${file}`, 'utf8')).map((words) => `${file}: ${words}`),
  )

  assert.equal(found, [])
})

stray('are searched inside each other, in text and in attributes', () => {
  const code =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    'html`<p title="Hello" class="x">${on && html`<b aria-label=${t(a)}>Stray ${`not ${this}`}</b>`} <i>&nbsp;·</i></p>`'

  assert.equal(wordsIn(code), ['Hello', 'Stray'])
})

stray.run()

function wordsIn(code: string): string[] {
  return templatesIn(code).flatMap((markup) => {
    const attributes = [...markup.matchAll(spoken)].map(([, words = '']) => words)
    const text = markup.replace(/<[^>]*>/g, '\n').replace(/&\w+;/g, '')
    return [...attributes, ...text.split('\n').map((line) => line.trim())].filter((words) => /\p{L}/u.test(words))
  })
}

/** What stands in the templates themselves; a nested template is one of its own, other expressions are left out. */
function templatesIn(code: string): string[] {
  const found: string[] = []
  for (let at = code.indexOf('html`'); at >= 0; at = code.indexOf('html`', at + 1)) {
    const before = code[at - 1] ?? ' '
    if (!/\w/.test(before)) found.push(markupFrom(code, at + 5).markup)
  }
  return found
}

function markupFrom(code: string, start: number): { readonly markup: string; readonly end: number } {
  let markup = ''
  let at = start
  while (code[at] !== '`' && at < code.length) {
    if (code.startsWith('${', at)) at = expressionEnd(code, at + 2)
    else {
      markup += code[at]
      at += 1
    }
  }
  return { markup, end: at + 1 }
}

function expressionEnd(code: string, start: number): number {
  let depth = 1
  let at = start
  while (depth > 0 && at < code.length) {
    const character = code[at]
    if (character === '`') {
      at = markupFrom(code, at + 1).end
      continue
    }
    if (character === "'" || character === '"') at = code.indexOf(character, at + 1)
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    at += 1
  }
  return at
}
