import { offerInside } from '../inside.ts'
import { entryDialog } from './entry-form.ts'
import { limitDialog } from './limit-form.ts'
import { whyDialog } from './why-dialog.ts'

offerInside({
  '#entry': (at) => at.state.dialog?.kind === 'entry' && entryDialog(at, at.state.dialog),
  '#limit': (at) => at.state.dialog?.kind === 'limit' && limitDialog(at, at.state.dialog),
  '#why': (at) => at.state.dialog?.kind === 'why' && whyDialog(at, at.state.dialog),
})
