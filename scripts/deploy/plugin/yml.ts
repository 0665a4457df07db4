import * as v from 'valibot'

// The published plugin gives no schema for most of what it reads, so the tool takes a misspelt key for none at all.

const text = v.pipe(v.string(), v.nonEmpty())
const annotations = v.record(text, v.union([text, v.boolean(), v.number()]))

const httpEvent = v.strictObject({
  method: v.picklist(['get', 'post', 'put', 'patch', 'delete']),
  path: v.pipe(v.string(), v.startsWith('/')),
  // its default sends no status and no headers
  resp: v.literal('http'),
})
const triggerEvent = v.strictObject({ name: text, rule: text })

const functionEntry = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[\w-]+\/[\w-]+$/)),
  handler: v.pipe(v.string(), v.regex(/^[\w/-]+\.[\w$]+$/)),
  memory: v.optional(v.number()),
  timeout: v.optional(v.number()),
  package: v.strictObject({ artifact: text }),
  parameters: v.strictObject({ env: text }),
  annotations: v.optional(annotations),
  events: v.optional(
    v.array(v.union([v.strictObject({ http: httpEvent }), v.strictObject({ trigger: triggerEvent })])),
  ),
})

const alarm = v.strictObject({
  feed: v.literal('/whisk.system/alarms/alarm'),
  feed_parameters: v.strictObject({ cron: text, timezone: text, trigger_payload: v.pipe(v.string(), v.parseJson()) }),
})

const yml = v.strictObject({
  service: text,
  frameworkVersion: v.literal('3'),
  configValidationMode: v.picklist(['warn', 'off', 'error']),
  // `namespace` and `host` would make the published plugin forget where the host is
  provider: v.strictObject({
    name: v.literal('openwhisk'),
    // the tool puts it there
    stage: v.optional(text),
    runtime: v.pipe(v.string(), v.regex(/^nodejs:(\d+|default)$/)),
    memory: v.number(),
    timeout: v.number(),
  }),
  plugins: v.array(text),
  package: v.strictObject({ individually: v.literal(true) }),
  resources: v.strictObject({
    packages: v.record(text, v.strictObject({ annotations })),
    apigw: v.strictObject({ name: text, basepath: v.pipe(v.string(), v.startsWith('/')), cors: v.boolean() }),
    triggers: v.record(text, alarm),
  }),
  functions: v.record(text, functionEntry),
})

/** One sentence per thing in serverless.yml that the deploy would pass over or take for something else. */
export function faultsOfYml(input: unknown): readonly string[] {
  const { issues = [] } = v.safeParse(yml, input)
  return issues.map((issue) => {
    const place = (issue.path ?? []).map(({ key }) => String(key)).join('.')
    const isSurplus = issue.path?.at(-1)?.origin === 'key' && issue.expected === 'never'
    return isSurplus ? `serverless.yml: there is no ${place}.` : `serverless.yml: ${place}: ${issue.message}.`
  })
}
