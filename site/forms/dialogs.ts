import { offerInside } from '../inside.ts'
import { entryDialog } from './entry-form.ts'
import { limitDialog } from './limit-form.ts'

offerInside({
  dialog: (at) => {
    const { dialog } = at.state
    return dialog && (dialog.kind === 'entry' ? entryDialog(at, dialog) : limitDialog(at, dialog))
  },
})
