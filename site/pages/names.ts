import { categoryDialog } from '../forms/category-form.ts'
import { payeeDialog } from '../forms/payee-form.ts'
import { offerInside } from '../inside.ts'
import { askBy } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import { readPayees } from '../state/payees.ts'
import { categories } from './categories.ts'
import { payees } from './payees.ts'

askBy({
  payees: (api, { place, payees }) =>
    readPayees(api, place.query.get('text') ?? undefined, whatIs(payees)?.items.length ?? 0),
})
offerInside({
  '/categories': categories,
  '/payees': payees,
  '#category': (at) => at.state.dialog?.kind === 'category' && categoryDialog(at, at.state.dialog),
  '#payee': (at) => at.state.dialog?.kind === 'payee' && payeeDialog(at, at.state.dialog),
})
