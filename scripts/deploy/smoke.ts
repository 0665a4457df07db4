import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Sentence } from '../../functions/domain/sentence.ts'

/**
 * Tries what was deployed from outside: health, the page with its parts, a log-in. Answers with a line for each. Takes
 * the milliseconds that a gateway may need to hear of what was deployed.
 */
export async function smoke(url: string, waitMs: number): Promise<readonly string[]> {
  const lines: string[] = []
  for (const [what, attempt] of Object.entries(attempts)) {
    lines.push(`${what}: ${await until(() => attempt(url), what, performance.now() + waitMs)}`)
  }
  return lines
}

/** Each says what it has seen, or throws what is wrong. */
const attempts: { readonly [what: string]: (url: string) => Promise<string> } = {
  health: async (url) => {
    const { response, text } = await ask(`${url}/v1/health`)
    if (response.status !== 200) throw new Error(`${response.status} ${text}`)
    return 'both planes answer'
  },

  page: async (url) => {
    const { response, text } = await ask(`${url}/`)
    if (response.status !== 200 || !text.includes('<base href=')) throw new Error(`${response.status}, and no page`)
    const base = /<base href="([^"]*)"/.exec(text)?.[1] ?? '/'
    const parts = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(([, path = '']) => path)
    for (const part of parts) {
      const { response } = await ask(String(new URL(part, new URL(base, url))))
      if (response.status !== 200) throw new Error(`${part} answers ${response.status}`)
    }
    return `it and its ${parts.length} parts are there`
  },

  // nobody has this address: a store that answers, a body that arrives and a limit that counts are all it takes
  'log-in': async (url) => {
    const body = JSON.stringify({
      email: `nobody-${randomUUID()}@outlay.invalid`,
      password: 'not a password of anybody',
    })
    const { response, text } = await ask(`${url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (response.status !== 401 || !text.includes('wrong-credentials')) throw new Error(`${response.status} ${text}`)
    return 'a stranger is turned away'
  },
}

async function ask(url: string, init: RequestInit = {}): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
  return { response, text: await response.text() }
}

async function until(attempt: () => Promise<string>, what: string, end: number): Promise<string> {
  for (;;) {
    const seen = await attempt().catch((cause: Error) => cause)
    if (typeof seen === 'string') return seen
    const reason = seen.cause instanceof Error ? seen.cause.message : seen.message
    if (performance.now() > end)
      throw new Sentence(`It was deployed, but ${what} does not work: ${reason.slice(0, 300)}`)
    await pause(1_000)
  }
}
