import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { light } from '../../scene/colours.ts'
import { brand } from '../words/catalogue.ts'
import { html } from './html.ts'
import { barsOf } from './html-bars.ts'
import { figuresOf } from './html-figures.ts'
import { limitOf } from './html-limits.ts'
import { layout, row, space } from './html-rows.ts'
import { tableOf } from './html-tables.ts'
import type { Draft, Piece } from './pieces.ts'
import { breaking, sheet, text } from './styles.ts'

/** Tables and inline styles: what every mail program shows, the ones that know no style sheet among them. */
export function letterHtml(draft: Draft): string {
  const { tag, subject } = draft
  return `<!doctype html>${render(
    html`<html lang=${tag} xmlns="http://www.w3.org/1999/xhtml">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <title>${subject}</title>
      <style dangerouslySetInnerHTML=${{ __html: sheet }} />
    </head>
    <body class="page" style=${`margin:0;padding:0;background:${light.paper}`}>${bodyOf(draft)}</body>
  </html>` as VNode,
  )}`
}

function bodyOf({ preview, about, pieces, why, links, tag }: Draft) {
  return html`
    <div style="display:none;max-height:0;overflow:hidden">${preview}${'\u2007\u034f '.repeat(40)}</div>
    <table ...${layout} lang=${tag} width="100%" class="page" bgcolor=${light.paper} style=${`background:${light.paper}`}><tr><td align="center" style="padding:24px 0">
      <table ...${layout} width="600" class="card" bgcolor=${light.sheet} style=${`width:100%;max-width:600px;background:${light.sheet}`}>
        ${space(26)}
        ${row(html`<table ...${layout} width="100%"><tr>
          <td class="ink" valign="top" style=${text.brand}><span class="rule" style=${`border-bottom:3px double ${light.ink}`}>${brand}</span></td>
          <td align="right" class="soft" style=${`${text.label};${breaking};padding-left:24px`}>${about}</td>
        </tr></table>`)}
        ${space(24)}
        ${pieces.map(pieceOf)}
        ${space(30)}
      </table>
      <table ...${layout} width="600" style="width:100%;max-width:600px"><tr><td class="pad" style="padding:18px 32px">
        <p class="soft" style=${`${text.small};${breaking}`}>${why}${links.map(({ text: words, url }) => html` <a class="link" href=${url} style=${text.link}>${words}</a>.`)}</p>
      </td></tr></table>
    </td></tr></table>`
}

function pieceOf(piece: Piece) {
  switch (piece.kind) {
    case 'title':
      return row(html`<h1 class="ink" style=${`${text.title};${breaking}`}>${piece.text}</h1>`)
    case 'lead':
      return row(html`<p class="ink" style=${`${text.lead};${breaking}`}>${piece.text}</p>`)
    case 'note':
      return [space(10), row(html`<p class="soft" style=${`${text.note};${breaking}`}>${piece.text}</p>`)]
    case 'heading':
      return [
        space(34),
        row(html`<table ...${layout} width="100%"><tr>
          <td class="ink rule" style=${`${ruled};padding-top:10px`}><h2 class="ink" style=${text.heading}>${piece.text}</h2></td>
          <td align="right" valign="bottom" class="soft rule" style=${`${text.small};${ruled};padding-left:12px`}>${piece.note}</td>
        </tr></table>`),
        space(10),
      ]
    case 'figures':
      return [space(24), row(figuresOf(piece.figures))]
    case 'table':
      return row(tableOf(piece))
    case 'bars':
      return row(barsOf(piece))
    case 'limits':
      return row(piece.limits.map(limitOf))
    case 'button':
      return [
        space(26),
        row(html`<table ...${layout}><tr><td class="press" bgcolor=${light.accent} style=${`background:${light.accent};border-radius:3px`}>
          <a class="onpress" href=${piece.url} style=${text.button}>${piece.text}</a>
        </td></tr></table>`),
      ]
  }
}

const ruled = `border-top:2px solid ${light.ink}`
