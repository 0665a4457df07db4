import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { saveAs } from './disposition.ts'

const names = suite('the name that a file is saved under')

names('of plain letters stands for itself', () => {
  assert.is(saveAs('outlay-2026-03.pdf'), 'attachment; filename="outlay-2026-03.pdf"')
})

names('of other letters is there twice', () => {
  assert.is(
    saveAs('März “2026”.pdf'),
    `attachment; filename="Marz _2026_.pdf"; filename*=UTF-8''M%C3%A4rz%20%E2%80%9C2026%E2%80%9D.pdf`,
  )
  assert.is(saveAs('报告.pdf'), `attachment; filename="__.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`)
})

names('ends no header and no quotation', () => {
  const hostile = saveAs('a"\r\nSet-Cookie: b=c;\'(*)\\/\ud800.pdf')
  assert.match(hostile, /^attachment; filename="[ \w.,()+-]*"; filename\*=UTF-8''[\w.%-]*$/)
})

names.run()
