import { html } from 'htm/preact'
import renderToString from 'preact-render-to-string'
import { type KeptMail, keptMail, keptMails } from '../../functions/adapters/mail/outbox.ts'
import type { Outgoing } from '../../functions/host/controller.ts'
import type { Answer } from '../../functions/host/server.ts'
import { isFromHere, nothing } from './own.ts'

/** Mails that nobody delivered, shown to whoever sits at this machine; for everybody else there is no such page. */
export function outboxAnswer(folder: string): Answer {
  return async (incoming) => {
    if (!isFromHere(incoming) || incoming.method !== 'GET') return nothing(404)
    const [id, part] = incoming.path.split('/').slice(2)
    if (!id) return page('Outbox', list(await keptMails(folder)))
    const mail = await keptMail(folder, id)
    if (!mail) return nothing(404)
    if (part === undefined) return page(mail.subject, shown(mail))
    if (part === 'html') return framed(mail)
    return attachment(mail, decodeURIComponent(part))
  }
}

const list = (mails: readonly KeptMail[]) => html`
  <h1>Outbox</h1>
  <p>Mails that Outlay would have sent. Set OUTLAY_MAIL to have them delivered.</p>
  ${mails.length === 0 ? html`<p>There are none yet.</p>` : null}
  <ul>${mails.map(
    (mail) => html`<li><a href=${`/outbox/${mail.id}`}>${mail.subject}</a> <small>${whom(mail)}</small></li>`,
  )}</ul>
`

const whom = ({ to, keptMs }: KeptMail) => `to ${to.name} <${to.address}>, ${new Date(keptMs).toISOString()}`

const shown = (mail: KeptMail) => html`
  <p><a href="/outbox">Outbox</a></p>
  <h1>${mail.subject}</h1>
  <p><small>${whom(mail)}</small></p>
  <ul>${mail.attachments
    .filter(({ inline }) => !inline)
    .map(
      ({ name, body }) =>
        html`<li><a href=${`/outbox/${mail.id}/${encodeURIComponent(name)}`}>${name}</a> ${body.length} bytes</li>`,
    )}
  </ul>
  <iframe title="The mail" src=${`/outbox/${mail.id}/html`} sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
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
