import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { mendGateway } from './gateway.ts'
import { stageFault } from './host.ts'
import { settingsFrom } from './settings.ts'
import type { Swagger } from './tool.ts'
import { faultsOfYml } from './yml.ts'

const yml = () => parse(readFileSync('serverless.yml', 'utf8'))

const reading = suite('reading serverless.yml')

reading('finds nothing in ours', () => {
  assert.equal(faultsOfYml(yml()), [])
})

reading('names what nobody reads, wherever it stands', () => {
  const faults = (change: (input: ReturnType<typeof yml>) => void) => {
    const input = yml()
    change(input)
    return faultsOfYml(input).join('\n')
  }
  assert.match(
    faults((input) => Object.assign(input, { stages: {} })),
    /there is no stages\./,
  )
  assert.match(
    faults((input) => Object.assign(input.provider, { host: 'x' })),
    /there is no provider\.host/,
  )
  assert.match(
    faults((input) => Object.assign(input.functions.site, { runtimes: 'x' })),
    /functions\.site\.runtimes/,
  )
  assert.match(
    faults((input) => Object.assign(input.functions.site.parameters, { x: 'y' })),
    /parameters\.x/,
  )
  assert.match(
    faults((input) => Object.assign(input.package, { individually: false })),
    /package\.individually/,
  )
  const payload = { trigger_payload: '{' }
  const alarm = (input: ReturnType<typeof yml>) => input.resources.triggers['outlay-housekeeping'].feed_parameters
  assert.match(
    faults((input) => Object.assign(alarm(input), payload)),
    /trigger_payload/,
  )
})

const mending = suite('mending the gateway’s definition')

mending('takes one scheme away, hands every path on, and sets no header to nothing', () => {
  const plain = 'http://127.0.0.1:3233/api/v1/web/guest/outlay/login.http'
  const url = `https://${plain}`
  const step = { 'set-variable': { actions: [{ set: 'message.headers.X-Require-Whisk-Auth', value: undefined }] } }
  const swagger = {
    basePath: '/',
    paths: { '/v1/sessions': { post: { 'x-openwhisk': { url, namespace: 'guest' } } } },
    'x-ibm-configuration': {
      assembly: {
        execute: [
          {
            'operation-switch': {
              case: [
                { execute: [step, { invoke: { 'target-url': url } }] },
                { execute: [{ invoke: { 'target-url': `${url}$(request.path)` } }] },
              ],
            },
          },
        ],
      },
    },
  } as const satisfies Swagger
  const mended = structuredClone(swagger) as unknown as Swagger
  mendGateway(mended)

  const [execute] = mended['x-ibm-configuration'].assembly.execute
  assert.is(mended.paths['/v1/sessions']?.post?.['x-openwhisk'].url, plain)
  for (const one of execute?.['operation-switch'].case ?? []) {
    assert.equal(one.execute, [{ invoke: { 'target-url': `${plain}$(request.path)` } }])
  }
})

const settings = suite('settings for the actions')

settings('are a JSON object of texts, or a sentence says what they are not', () => {
  assert.equal(settingsFrom('{"A":"b"}'), { A: 'b' })
  for (const wrong of [undefined, '', '[]', 'null', '{', '{"A":1}', '{"A":""}']) {
    assert.type(settingsFrom(wrong), 'string', wrong ?? 'nothing')
  }
  assert.not.match(String(settingsFrom('{"A":"secret"')), /secret/)
})

settings('of one stage do not go over another', () => {
  const deployed = { annotations: [{ key: 'stage', value: 'prod' }] }
  assert.match(String(stageFault(deployed, 'dev')), /holds the stage prod, not dev/)
  assert.is(stageFault(deployed, 'prod'), undefined)
  assert.is(stageFault(undefined, 'dev'), undefined)
})

reading.run()
mending.run()
settings.run()
