import { fromStore } from '../../functions/domain/money.ts'
import { limitBar } from '../../functions/scene/limit.ts'
import { offer } from '../app.ts'
import { icon, swatch } from '../components/icon.ts'
import { picture } from '../components/scene.ts'
import { figure, percent } from '../figures.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-outside.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'

/** What Outlay promises, to somebody who is not logged in: doors first, then a sheet of it, what it does, and plain facts. */
export function landing() {
  const facts = [
    [words.price, words.priceText],
    [words.yourData, words.yourDataText],
    [words.others, words.othersText],
    [words.everyone, words.everyoneText],
  ] as const
  return html`<div class="g pitch">
      <div>
        <h1 tabindex="-1">${t(words.everyOutlay)}<br /><span class="dbl">${t(words.accountedFor)}</span></h1>
        <p class="lede">${t(words.promise)}</p>
        ${doors()}
      </div>
      ${sheet()}
    </div>
    <div class="g three claims">
      ${claim(words.sayIt, words.sayItText, typed())}
      ${claim(words.early, words.earlyText, bar())}
      ${claim(words.asked, words.askedText, because())}
    </div>
    <dl class="plainfacts">${facts.map(([name, text]) => html`<dt>${t(name)}</dt><dd>${t(text)}</dd>`)}</dl>`
}

/** The ways in. */
function doors() {
  return html`<p class="row w stack"><a class="b p" href=${to('/register')}>${t(words.openLedger)}</a><a class="b" href=${to('/login')}>${t(words.logIn)}</a></p>`
}

function claim(title: string, text: string, picture: unknown) {
  return html`<section class="sec" aria-label=${t(title)}><header><h2>${t(title)}</h2></header><div class="demo" aria-hidden="true">${picture}</div><p class="s q">${t(text)}</p></section>`
}

// The figures of the pictures are one household's: they add up, for somebody always does.
const spent = [
  ['home', '1010.20', 2],
  ['food', '486.14', 1],
  ['family', '297.90', 3],
  ['around', '101.10', 6],
] as const
const total = '1895.34'

/** A month as it looks inside, with its double rule. */
function sheet() {
  return html`<figure class="sheet letter"><div class="row sb s q"><span>${t(words.sample)}</span><span>${t(words.sampleDays)}</span></div>
    <p class="serif lead">${t(words.sampleLead, { left: figure('504.66', { currency: 'EUR' }), day: figure('56.07', { currency: 'EUR' }) })}</p>
    <table><caption class="vh">${t(words.sample)}</caption><tbody>${spent.map(
      ([name, amount, colour]) =>
        html`<tr><th scope="row">${swatch(colour)}${t(words.sampleNames[name])}</th><td class="r">${figure(amount)}</td></tr>`,
    )}</tbody><tfoot><tr class="total"><th scope="row">${t(words.sampleSpent)}</th><td class="r">${figure(total)}</td></tr></tfoot></table>
    <figcaption class="xs q more">${t(words.sampleNote)}</figcaption></figure>`
}

function typed() {
  const parts = [
    ['12.50', words.sampleAmount],
    [t(words.sampleLunch), words.sampleWhat],
    [t(words.sampleFriday), words.sampleDay],
  ] as const
  return html`<p class="f say">${parts.map(([part]) => part).join(' ')}</p><ul class="parse">${parts.map(([part, name]) => html`<li><b>${part}</b><span class="xs q">${t(name)}</span></li>`)}</ul>`
}

function bar() {
  const figures = { amount: fromStore(16000), spent: fromStore(12900), pace: fromStore(11200) }
  return html`<p class="row sb s"><b>${t(words.sampleEating)}</b><span class="st warn">${icon('warn')}${figure('31.00')}</span></p>${picture(limitBar(figures))}<p class="row sb s q"><span>${percent(81)}</span><span>${t(words.sampleADay, { amount: figure('3.44') })}</span></p>`
}

function because() {
  const rows = ['26.00', '39.00', '61.30']
  return html`<ul class="s">${rows.map((one, n) => html`<li class="row sb session"><span>${t(words.sampleRows[n as 0])}</span><span>${figure(one)}</span></li>`)}</ul><p class="row sb s total-line"><b>${t(words.sampleLeisure)}</b><b>${figure('126.30')}</b></p>`
}

offer({ landing })
