import type { TransactionView } from '../../functions/api/transactions.ts'
import { icon } from '../components/icon.ts'
import { figure } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-entry.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import type { Book } from '../state/book.ts'
import type { Form, Values } from '../state/state.ts'
import { categoryOptions } from './choices.ts'
import { amountLook, field } from './field.ts'
import { filedIn, leftOf, partsIn, withoutPart, withPart } from './part-values.ts'

/** The parts of a split entry, and what they leave of its amount. */
export function partFields(
  of: Form,
  book: Book,
  kind: TransactionView['kind'],
  typed: Values,
  currency: string,
  put: (values: Values) => void,
) {
  const left = leftOf(typed, currency)
  const filed = filedIn(typed)
  const isEven = left !== undefined && !/[1-9]/.test(left)
  return html`<fieldset class="parts"><legend class="s">${t(words.parts)}</legend>
    <input type="hidden" name="parts" value=${typed.parts} />
    ${partsIn(typed).map((name, n) => {
      const part = (one: string) => `part-${name}-${one}`
      return html`<div class="part" key=${name}>
        ${field(of, part('amount'), { label: t(words.partAmount, { n: n + 1 }), value: typed[part('amount')], ...amountLook })}
        ${field(of, part(filed), { label: t(en.category), options: categoryOptions(book, kind === 'income' ? 'income' : 'expense', typed[part(filed)]) })}
        ${field(of, part('note'), { label: t(asks.note), value: typed[part('note')], autocomplete: 'off', maxlength: '1000' })}
        <button class="b o" type="button" aria-label=${t(words.dropPart, { n: n + 1 })} onClick=${() => put(withoutPart(typed, name))}>${icon('close')}</button>
      </div>`
    })}
    <p class="row sb s"><span role="status" class=${isEven ? 'q' : 'warn'}>${left !== undefined && (isEven ? t(words.evenlyShared) : t(words.leftToShare, { amount: figure(left, { currency }) }))}</span>
      <button class="b t" type="button" onClick=${() => put(withPart(typed, currency))}>${icon('plus')}${t(words.addPart)}</button></p>
    ${of.faults.parts && html`<p class="s over" role="alert">${of.faults.parts}</p>`}
  </fieldset>`
}
