import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { clean } from '../../functions/adapters/words/clean.ts'
import { speakerOf } from '../../functions/adapters/words/speaker.ts'
import { parseReport } from '../../functions/domain/report-file.ts'
import { blocksToShow } from '../../functions/domain/report-parts.ts'
import { fixtures, longName, nasty } from '../../scripts/samples/reports.ts'
import { alternatives, asFiles, type Folder, fileIn, hasPoppler, type Pages, poppler } from '../support/paper.ts'

const reading = suite('the sheets, read by poppler')

if (hasPoppler('the words and tags of sheets, by poppler')) {
  let files: Folder
  let documents: Pages = {}
  /** Takes poppler seconds. */
  const tags = (name: string) => poppler('pdfinfo', '-struct-text', files.path(name))
  const words = (name: string) => plain(poppler('pdftotext', '-raw', files.path(name), '-'))
  const reports = Object.fromEntries(Object.entries(fixtures).map(([name, make]) => [name, make()]))

  reading.before(async () => {
    const sheets = pdfkitSheets()
    const drawn = Object.entries(reports).map(async ([name, report]) => [name, await sheets.pdf(report)] as const)
    documents = Object.fromEntries(await Promise.all(drawn))
    files = asFiles(documents)
  })
  reading.after(() => files.remove())

  reading('have one title, section headings, and heads of rows and columns', () => {
    const shown = tags('monthly')
    const titles = [...shown.matchAll(/^ +H1 \(block\)\n +"(.*)"$/gm)].map(([, title]) => title)
    const headings = [...shown.matchAll(/^ +H2 \(block\)\n +"(.*)"$/gm)].map(([, title]) => title)

    assert.equal(titles, ['March 2026'])
    assert.equal(headings, [
      'Month by month',
      'Where it went',
      'Limits',
      'Where it went',
      'Where it came from',
      'What moved most',
      'Who was paid most',
      'Entries',
      'How to read this report',
    ])
    assert.match(shown, /TH:\n +\/Scope \/Column\n +"Category"/)
    assert.match(shown, /TH:\n +\/Scope \/Row\n +"Home"\n +TD\n +"1,147\.69"/)
    const levels = poppler('pdfinfo', '-struct', files.path('two-currencies')).match(/H[123] /g)
    assert.equal([...new Set(levels)], ['H1 ', 'H2 ', 'H3 '])
  })

  reading('give every picture a sentence with its figures', () => {
    const [months, parts, ...more] = alternatives(documents.monthly ?? new Uint8Array())

    assert.is(more.length, 0)
    assert.match(
      months ?? '',
      /^Income and spending, .*March 2026 3,024\.50 and 2,619\.62\. Usually spent: €2,384\.71\.$/,
    )
    assert.match(parts ?? '', /^Of €2,619\.62 spent: Home 44%; Food 30%; .*\.$/)
    for (const [name, document] of Object.entries(documents)) {
      const pictures = poppler('pdfinfo', '-struct', files.path(name)).match(/Figure:/g)?.length ?? 0
      assert.is(alternatives(document).filter(Boolean).length, pictures, name)
    }
  })

  reading('say which years they are about, and leave room between the years under their bars', () => {
    const shown = words('years')
    assert.match(shown, /Vom 1\. April 2025 bis 31\. März 2026 wurden /)
    assert.match(shown, /Apr\. 2015 Apr\. 2017 Apr\. 2019 Apr\. 2021 Apr\. 2023 Apr\. 2025/)
    assert.match(shown, /9\. Aug\. 2025 Coastline Rail/)
  })

  for (const [name, report] of Object.entries(reports)) {
    const speaker = speakerOf(report.locale)
    for (const { currency, expense, income, entries } of blocksToShow(report.blocks)) {
      reading(`${name}: the last line of the list in ${currency.code} is the figures of the dashboard`, () => {
        const shown = words(name)
        const [came, went] = [income, expense].map((value) => plain(speaker.figure(value, currency)))

        if (entries > 0) assert.ok(shown.includes(`${came} ${went}`), `${came} ${went}`)
        assert.not.match(shown, name === 'hostile' ? /undefined|NaN/ : /undefined|NaN|null|\[object|[{}]/)
      })
    }
  }

  reading('give what they cannot draw back to who copies it', () => {
    const shown = words('hostile')
    const short = nasty.map(clean).filter((text) => text.length < 60)
    for (const word of short.flatMap((text) => text.split(' ').slice(0, 2))) {
      const letters = word.replace(/[\u2068\u2069]/g, '')
      // poppler takes what reads from the right for drawn from the right
      const isFromRight = letters !== word || /\p{Script=Arabic}/u.test(word)
      assert.ok(shown.includes(isFromRight ? [...letters].reverse().join('') : letters), letters)
    }
    assert.ok(shown.includes(longName))
  })

  reading('carry no control and nothing that is run', () => {
    const text = poppler('pdftotext', files.path('hostile'), '-')
    assert.equal(text.match(/(?![\n\f])\p{Cc}/gu), null)
    assert.match(poppler('pdfinfo', files.path('hostile')), /JavaScript:\s+no/)
  })

  reading('embed all their faces, as subsets with a way back to letters', () => {
    const fonts = poppler('pdffonts', files.path('monthly')).split('\n').slice(2).filter(Boolean)

    assert.is(fonts.length, 2)
    for (const font of fonts) assert.match(font, /\+Inter\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  reading('have a title, a language and bookmarks', () => {
    const info = poppler('pdfinfo', files.path('two-currencies'))
    const outline = poppler('pdftohtml', '-xml', '-stdout', '-i', files.path('two-currencies'))
    const items = [...outline.matchAll(/<item page="\d+">([^<]*)<\/item>/g)].map(([, item]) => item)

    assert.match(info, /Title:\s+March 2026: Monthly report, Household/)
    assert.match(info, /Tagged:\s+yes/)
    assert.match(info, /CreationDate:/)
    assert.equal(items.slice(0, 3), ['March 2026', 'Month by month', 'Where it went'])
    assert.ok(items.includes('Swiss Franc (CHF)'))
    // the pane stays closed until somebody opens it
    assert.ok(Buffer.from(documents['two-currencies'] ?? []).includes('/PageMode /UseNone'))
  })

  reading('carry the figures that they show', () => {
    for (const name of ['monthly', 'hostile', 'two-currencies']) {
      const read = parseReport(fileIn(files.path(name)))
      assert.equal(read, { ok: true, value: reports[name] })
    }
  })

  for (const [name, paper] of [
    ['monthly', 'A4'],
    ['custom', 'A4'],
    ['monthly-letter', 'letter'],
  ] as const) {
    reading(`${name} is for ${paper}`, () => {
      assert.match(poppler('pdfinfo', files.path(name)), new RegExp(`Page size:.*\\(${paper}\\)`))
    })
  }

  reading('hold a month within the four pages that somebody reads', () => {
    for (const name of ['monthly', 'monthly-german', 'many', 'weekly', 'hostile']) {
      const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', files.path(name)))?.[1])
      assert.ok(pages >= 2 && pages <= 5, `${name}: ${pages}`)
    }
  })

  reading.run()
}

const plain = (text: string) => text.replace(/\s+/g, ' ')
