import { icon, swatch } from '../components/icon.ts'
import { dayName, monthName, spanText } from '../days.ts'
import { figure } from '../figures.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-landing.ts'
import { openLedger } from '../messages/en-outside.ts'
import { t } from '../messages/t.ts'
import { expect, offer } from '../parts.ts'
import { to } from '../router.ts'
import { letter } from './letter.ts'

/** What Outlay promises, to somebody who is not logged in: two doors, and the letter as the picture. */
export function landing() {
  const facts = [
    [words.price, words.priceText],
    [words.yourData, words.yourDataText],
    [words.others, words.othersText],
    [words.everyone, words.everyoneText],
  ] as const
  return html`<div class="land">
    <div class="g pitch">
      <div>
        <h1 tabindex="-1">${t(words.everyOutlay)}<br /><span class="dbl">${t(words.accountedFor)}</span></h1>
        <p class="lede">${t(words.promise)}</p>
        <p class="row w stack"><a class="b p" href=${to('/', { sample: '1' })} onPointerEnter=${() => expect('sample')}>${t(words.lookAround)}</a><a class="b" href=${to('/register')}>${t(openLedger)}</a></p>
        <p class="s q more">${t(words.noAccount)}</p>
      </div>
      ${weekly()}
    </div>
    <div class="g three">
      ${claim(t(words.sayIt), said(), t(words.sayItMore))}
      ${claim(t(words.early), limit(), t(words.earlyMore))}
      ${claim(t(words.aLetter), shelf(), t(words.aLetterMore))}
    </div>
    <section class="sec" aria-label=${t(words.plainFacts)}>
      <header><h2>${t(words.plainFacts)}</h2></header>
      <dl class="plainfacts">${facts.map(([name, text]) => html`<dt>${t(name)}</dt><dd>${t(text)}</dd>`)}</dl>
    </section>
    <p class="row w sb s q"><span>${t(words.licence)}</span><a href="./v1/openapi.json" target="_blank">${t(words.apiDocument)}</a></p>
  </div>`
}

/** A weekly letter of the sample household. */
function weekly() {
  const { week, parts, spent, inHand, currency } = letter
  return html`<figure class="paper">
    <div class="row w sb s q"><span>${t(words.weekly)}</span><span>${spanText(week)}</span></div>
    <p class="serif lead">${t(words.quietWeek, { spent: figure(spent, { currency }), inHand: figure(inHand, { currency }) })}</p>
    <table><caption class="vh">${t(words.weekly)}</caption>
      <tbody>${parts.map(([name, amount, colour]) => html`<tr><th scope="row">${swatch(colour)}${t(words.parts[name])}</th><td class="r">${figure(amount)}</td></tr>`)}</tbody>
      <tfoot><tr class="total"><th scope="row">${t(words.spent)}</th><td class="r">${figure(spent)}</td></tr></tfoot>
    </table>
    <figcaption class="xs q more">${t(words.oneCalculation)}</figcaption>
  </figure>`
}

function claim(title: string, picture: unknown, more: string) {
  return html`<section class="sec" aria-label=${title}>
    <header><h2>${title}</h2></header>
    <div class="shown">${picture}</div>
    <p class="s q">${more}</p>
  </section>`
}

function said() {
  const { typed } = letter
  const all = [
    [figure(typed.amount), words.readAmount],
    [t(words.typedFor), words.readFor],
    [dayName(typed.day, typed.today), words.readDay],
    [t(words.typedAccount), words.readAccount],
  ] as const
  return html`<p class="typed" aria-hidden="true">${t(words.typed, { amount: figure(typed.amount) })}</p>
    <ul class="parse" aria-label=${t(words.howRead)}>${all.map(([value, what]) => html`<li><b>${value}</b><span class="xs q">${t(what)}</span></li>`)}</ul>`
}

function limit() {
  const { limit } = letter
  const [amount, spent, left, daily] = [limit.amount, limit.spent, limit.left, limit.daily].map((wire) => figure(wire))
  const share = (part: string) => `${((Number(part) / Number(limit.amount)) * 100).toFixed(2)}%`
  return html`<p class="row sb s"><b>${t(words.parts.restaurants)}</b><span class="st warn">${icon('warn')}${t(words.limitLeft, { amount: left ?? '' })}</span></p>
    <svg class="ch" height="24" aria-hidden="true">
      <rect class="track" y="4" width="100%" height="16" /><rect class="warn" y="4" width=${share(limit.spent)} height="16" />
      <line class="pace" x1=${share(limit.pace)} x2=${share(limit.pace)} y1="0" y2="24" /></svg>
    <p class="row sb s q"><span>${t(words.limitSpent, { spent: spent ?? '', amount: amount ?? '' })}</span><span>${t(words.limitDaily, { amount: daily ?? '', n: limit.days })}</span></p>`
}

/** Three monthly reports as they stand on the shelf, each with its two bars. */
function shelf() {
  const most = Math.max(...letter.months.map(({ income }) => Number(income)))
  const bar = (look: string, y: number, wire: string) =>
    html`<rect class=${look} x="12" y=${y} width=${((Number(wire) / most) * 96).toFixed(2)} height="9" />`
  return html`<div class="row letters">${letter.months.map(
    ({ day, income, expense }) => html`<svg viewBox="0 0 120 156" aria-hidden="true">
      <rect class="leaf" width="120" height="156" /><text class="strong" x="12" y="22">${monthName(day)}</text><text x="108" y="22" text-anchor="end">${day.slice(0, 4)}</text>
      <path class="zero" d="M12 30h96" />${bar('income', 42, income)}${bar('expense', 57, expense)}
      <path class="edge" d="M12 84h96M12 94h96M12 104h70M12 114h84" /><path class="zero" d="M60 132h48M60 141h48M60 144h48" /></svg>`,
  )}</div>`
}

offer({ landing })
