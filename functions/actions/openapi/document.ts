import type { Feature, Route } from '../../api/route.ts'
import { parametersOf } from './parameters.ts'
import { answerHeaders, responsesOf } from './responses.ts'
import { type Json, type Schemas, schemasOf } from './schemas.ts'

/** The API as OpenAPI 3.1 says it, made from the route table: nothing is written twice. */
export function documentOf(table: { readonly [action: string]: Feature }, publicUrl: string) {
  const schemas = schemasOf(Object.values(table).flatMap((feature) => Object.values(feature)))
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const [action, feature] of Object.entries(table)) {
    for (const [handler, route] of Object.entries(feature)) {
      paths[route.path] = {
        ...paths[route.path],
        [route.method.toLowerCase()]: operation(action, handler, route, schemas),
      }
    }
  }
  return {
    openapi: '3.1.0' as const,
    info: { title: 'Outlay', version: '1', summary: 'A personal expense tracker', description: about },
    servers: [{ url: publicUrl }],
    tags: Object.keys(table).map((name) => ({ name })),
    paths,
    components: { schemas: schemas.named, securitySchemes, headers: answerHeaders },
  }
}

const about = [
  'Amounts are decimal texts with as many decimals as their currency has, days are civil dates, instants are epoch',
  'milliseconds. Every refusal is a problem document (RFC 9457) whose `code` is the last part of its `type`.',
  'Every request may carry `X-Request-Id`; every answer does. HEAD is answered wherever GET is.',
].join(' ')

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'The access token of a log-in; good for ten minutes.' },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-outlay',
    description: 'The refresh token; `__Secure-outlay` on a host that is shared, `outlay` on plain http.',
  },
}

function operation(action: string, handler: string, route: Route, schemas: Schemas): Json {
  const { summary, body, example } = route
  return {
    operationId: handler,
    tags: [action],
    summary,
    description: whoMay(route),
    security: securityOf(route),
    parameters: parametersOf(route, schemas),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.schemaOf(body), ...(example !== undefined && { example }) } },
      },
    }),
    responses: responsesOf(route, schemas),
  }
}

function whoMay({ who }: Route): string {
  if (who === 'anyone') return 'For anyone.'
  if (who === 'token') return 'For who holds an access token, even of a session that has ended.'
  if (who === 'session') return 'For a person with a live session.'
  if (who === 'person') return 'For a person.'
  return `For members of the ledger whose role is ${who}${who === 'owner' ? '' : ' or more'}.`
}

function securityOf({ who, headers }: Route): Json[] {
  if (who !== 'anyone') return [{ token: [] }]
  return headers?.includes('cookie') ? [{ cookie: [] }] : []
}
