import type { Answer, Route } from '../../api/route.ts'
import { ProblemView } from '../../api/shapes.ts'
import type { RefusalKind } from '../../domain/refusal.ts'
import { breakages, problems } from '../../edge/problem.ts'
import { refusalsOf } from './refusals.ts'
import type { Json, Schemas } from './schemas.ts'

const headerOf = (description: string, type = 'string') => ({ description, schema: { type } })
export const answerHeaders = {
  ETag: headerOf('The version, for If-Match and If-None-Match.'),
  'Set-Cookie': headerOf('The refresh token, or that it is gone.'),
  'X-Next-Cursor': headerOf('Where the next part begins; absent on the last one.'),
  'Retry-After': headerOf('Seconds to wait.', 'integer'),
  Location: headerOf('Where to go on.'),
  'X-Request-Id': headerOf('The name of this request in the logs.'),
}

export function responsesOf(route: Route, schemas: Schemas): { [status: string]: Json } {
  const responses: { [status: string]: Json } = {}
  for (const [status, answer] of Object.entries(route.answers)) {
    const content = contentOf(answer, schemas)
    responses[status] = {
      description: content ? route.summary : 'Nothing to send',
      headers: headersOf(route, answer, status, schemas),
      ...(content && { content }),
    }
  }
  for (const [status, codes] of Object.entries(codesByStatus(route))) {
    const answer = responses[status]
    const content = { ...Object(answer?.content), ...problemContent(codes, schemas) }
    responses[status] = { ...problemResponse(status, codes), ...answer, content }
  }
  return responses
}

function contentOf(answer: Answer | undefined, { schemaOf }: Schemas): Json | undefined {
  if (answer === undefined || answer === 'empty') return undefined
  if (typeof answer === 'string') return { [answer]: { schema: { type: 'string' } } }
  return { 'application/json': { schema: schemaOf(answer) } }
}

function headersOf(route: Route, answer: Answer | undefined, status: string, { fieldsOf }: Schemas): Json {
  const fields = typeof answer === 'object' ? Object.keys(fieldsOf(answer)) : []
  const ends = route.path === '/v1/sessions/{id}' || route.path === '/v1/me'
  return ref('headers', {
    'X-Request-Id': true,
    ETag: status === '304' || fields.includes('version') || fields.includes('revision'),
    'Set-Cookie': fields.includes('accessToken') || (ends && route.method === 'DELETE'),
    'X-Next-Cursor': answer === 'text/csv',
    Location: status === '303',
    'Retry-After': mayBeTriedAgain(status),
  })
}

function ref(kind: string, wanted: { readonly [name: string]: boolean }): Json {
  const names = Object.keys(wanted).filter((name) => wanted[name])
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/${kind}/${name}` }]))
}

type Code = RefusalKind | keyof typeof breakages
const kinds: { readonly [C in Code]: { readonly status: number; readonly title: string } } = {
  ...problems,
  ...breakages,
}

function codesByStatus(route: Route): { [status: string]: Code[] } {
  const codes: Code[] = [...refusalsOf(route), 'broken', 'unavailable']
  const byStatus: { [status: string]: Code[] } = {}
  for (const code of codes) {
    const { status } = kinds[code]
    byStatus[status] = [...(byStatus[status] ?? []), code]
  }
  return byStatus
}

function problemResponse(status: string, codes: readonly Code[]): Json {
  return {
    description: codes.map((code) => `\`${code}\`: ${kinds[code].title}`).join('\n\n'),
    headers: ref('headers', { 'X-Request-Id': true, 'Retry-After': mayBeTriedAgain(status) }),
  }
}

const mayBeTriedAgain = (status: string) => status === '429' || status === '503'

function problemContent(codes: readonly Code[], { schemaOf }: Schemas): Json {
  const schema = { allOf: [schemaOf(ProblemView), { properties: { code: { enum: codes } } }] }
  return { 'application/problem+json': { schema } }
}
