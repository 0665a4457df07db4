import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { installed } from './installed.ts'

const loading = suite('a package that a plain start does without')

loading('is handed on', async () => {
  assert.is(await installed('path', () => import('node:path')), await import('node:path'))
})

loading('that is not there is one sentence, which says how to get it', async () => {
  const name = 'outlay-has-no-such-package'
  const trouble = await installed(name, () => import(name)).catch(String)

  assert.is(
    trouble,
    `Sentence: The settings ask for the package ${name}: run "npm ci --include=dev" in the folder of Outlay.`,
  )
})

loading('that is broken is not called missing', async () => {
  const broken = new Error('broken')
  assert.is(await installed('broken', () => Promise.reject(broken)).catch((error: unknown) => error), broken)
})

loading.run()
