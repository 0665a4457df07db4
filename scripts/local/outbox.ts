import { html } from 'htm/preact'
import renderToString from 'preact-render-to-string'
import { type KeptMail, keptMail, keptMails } from '../../functions/adapters/mail/outbox.ts'
import type { Incoming, Outgoing } from '../../functions/host/controller.ts'
import type { Answer } from '../../functions/host/server.ts'
import type { Letters } from '../../functions/ports/letters.ts'
import { nothing } from './own.ts'

/** Mails that nobody delivered, as pages below `/outbox`. */
export function outboxAnswer(folder: string, letters: () => Promise<Letters>): Answer {
  return async (incoming) => {
    if (!isUnderOwnName(incoming) || incoming.method !== 'GET') return nothing(404)
    const [first, name, ...rest] = incoming.path.split('/').slice(1)
    if (first !== 'outbox') return nothing(404)
    if (!name) return page('Outbox', list(await keptMails(folder)))
    if (name === 'previews') return preview(rest, letters)
    const mail = await keptMail(folder, name)
    return mail ? opened(mail, `/outbox/${mail.id}`, rest[0]) : nothing(404)
  }
}

/** A page from elsewhere may lead a name of its own here, and would read what it gets under it. */
const isUnderOwnName = ({ headers }: Incoming): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'host' && /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(value))

/** Mails as they would be written, of a sample household. */
async function preview([name, part]: readonly string[], letters: () => Promise<Letters>): Promise<Outgoing> {
  const { previews } = await import('./previews.ts')
  if (!name) return page('Every mail', names(Object.keys(previews)))
  const write = Object.hasOwn(previews, name) ? previews[name] : undefined
  if (!write) return nothing(404)
  const { pictures, ...letter } = await write(await letters())
  const to = { address: 'asha@example.org', name: 'Asha' }
  const mail: KeptMail = { ...letter, id: name, kind: 'custom', to, attachments: pictures, keptMs: 0 }
  return opened(mail, `/outbox/previews/${name}`, part)
}

function opened(mail: KeptMail, at: string, part: string | undefined): Outgoing {
  if (part === undefined) return page(mail.subject, shown(mail, at))
  return part === 'html' ? framed(mail) : attachment(mail, decodeURIComponent(part))
}

const list = (mails: readonly KeptMail[]) => html`
  <h1>Outbox</h1>
  <p>Mails that Outlay would have sent. Set OUTLAY_MAIL to have them delivered. <a href="/outbox/previews">Every mail there is</a></p>
  ${mails.length === 0 ? html`<p>There are none yet.</p>` : null}
  <ul>${mails.map(
    (mail) => html`<li><a href=${`/outbox/${mail.id}`}>${mail.subject}</a> <small>${whom(mail)}</small></li>`,
  )}</ul>
`

const names = (all: readonly string[]) => html`
  <p><a href="/outbox">Outbox</a></p>
  <h1>Every mail there is</h1>
  <ul>${all.map((name) => html`<li><a href=${`/outbox/previews/${name}`}>${name}</a></li>`)}</ul>
`

const whom = ({ to, keptMs }: KeptMail) => `to ${to.name} <${to.address}>, ${new Date(keptMs).toISOString()}`

const shown = (mail: KeptMail, at: string) => html`
  <p><a href="/outbox">Outbox</a></p>
  <h1>${mail.subject}</h1>
  <p><small>${whom(mail)}</small></p>
  <ul>${mail.attachments
    .filter(({ inline }) => !inline)
    .map(
      ({ name, body }) =>
        html`<li><a href=${`${at}/${encodeURIComponent(name)}`}>${name}</a> ${body.length} bytes</li>`,
    )}
  </ul>
  <iframe title="The mail" src=${`${at}/html`} sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
  <h2>As text</h2>
  <pre>${mail.text}</pre>
`

function page(title: string, body: unknown): Outgoing {
  const whole = html`<html lang="en"><head><meta charset="utf-8" /><title>${title}</title>
    <meta name="viewport" content="width=device-width" /><style>${style}</style></head><body>${body}</body></html>`
  return document(
    `<!doctype html>${renderToString(whole)}`,
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
  )
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
iframe{width:100%;height:48rem;border:1px solid #8886}pre{white-space:pre-wrap;overflow-wrap:anywhere}small{opacity:.75}`

/** The mail as a mail program would show it: its own pictures, nothing from elsewhere, links in a page of their own. */
function framed({ html: text, attachments }: KeptMail): Outgoing {
  const pictures = attachments.filter(({ inline }) => inline)
  const whole = pictures.reduce(
    (html, { name, type, body }) =>
      html.replaceAll(`cid:${name}`, `data:${type};base64,${Buffer.from(body).toString('base64')}`),
    text.replace(/<head>/i, '<head><base target="_blank">'),
  )
  return document(whole, "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
}

function attachment(mail: KeptMail, name: string): Outgoing {
  const file = mail.attachments.find((one) => one.name === name)
  if (!file) return nothing(404)
  return {
    status: 200,
    headers: [
      ['content-type', file.type],
      ['cache-control', 'no-store'],
      ['x-content-type-options', 'nosniff'],
    ],
    body: Buffer.from(file.body),
  }
}

function document(body: string, policy: string): Outgoing {
  return {
    status: 200,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['content-security-policy', policy],
      ['x-content-type-options', 'nosniff'],
    ],
    body,
  }
}
