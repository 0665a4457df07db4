import type { HeaderName, Route } from '../../api/route.ts'
import { Id } from '../../api/shapes.ts'
import type { Json, Schemas } from './schemas.ts'

export function parametersOf(route: Route, schemas: Schemas): Json[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const fields = Object.entries(route.query ? schemas.fieldsOf(route.query) : {})
  return [
    ...names.map((name) => ({ in: 'path', name, required: true, schema: pathSchema(route, name, schemas) })),
    ...fields.map(([name, { schema, required }]) => ({ in: 'query', name, required, schema })),
    ...(route.headers ?? []).flatMap((name) => headerParameters[name] ?? []),
  ]
}

function pathSchema({ params }: Route, name: string, { schemaOf }: Schemas): Json {
  if (name === 'ledger') return { anyOf: [schemaOf(Id), { const: 'default' }] }
  return schemaOf(params?.[name] ?? Id)
}

const header = (name: string, description: string, schema: Json = { type: 'string' }) => [
  { in: 'header', name, required: false, description, schema },
]
const headerParameters: { readonly [N in HeaderName]?: readonly Json[] } = {
  'if-match': header('If-Match', 'The ETag of the version that is to be changed.'),
  'if-none-match': header('If-None-Match', 'ETags that the caller has: 304 when one of them is still good.'),
  'idempotency-key': header('Idempotency-Key', 'A UUID, which becomes the id: sent twice, done once.'),
}
