import type { HeaderName, Route } from '../../api/route.ts'
import { Id } from '../../api/shapes.ts'
import type { Json, Schemas } from './schemas.ts'

export function parametersOf(route: Route, schemas: Schemas): Json[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const fields = Object.entries(route.query ? schemas.fieldsOf(route.query) : {})
  return [
    ...names.map((name) => ({ in: 'path', name, required: true, schema: pathSchema(route, name, schemas) })),
    ...fields.map(([name, { schema, required }]) => ({ in: 'query', name, required, schema })),
    ...(route.headers ?? []).flatMap((name) => headerParameters(name, schemas)),
  ]
}

function pathSchema({ params }: Route, name: string, { schemaOf }: Schemas): Json {
  if (name === 'ledger') return { anyOf: [schemaOf(Id), { const: 'default' }] }
  return schemaOf(params?.[name] ?? Id)
}

function headerParameters(name: HeaderName, { schemaOf }: Schemas): Json[] {
  switch (name) {
    case 'if-match':
      return header('If-Match', 'The ETag of the version that is to be changed, or several of which it may be any.')
    case 'if-none-match':
      return header('If-None-Match', 'ETags that the caller has: 304 when one of them is still good.')
    case 'idempotency-key':
      return header('Idempotency-Key', 'A UUID, which becomes the id: sent twice, done once.', schemaOf(Id))
    default:
      return []
  }
}

function header(name: string, description: string, schema: Json = { type: 'string' }): Json[] {
  return [{ in: 'header', name, required: false, description, schema }]
}
