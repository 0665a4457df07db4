import { offerInside } from '../inside.ts'
import { refileDialog, tagDialog } from './acts.ts'
import { editedLine } from './edit-line.ts'
import { filterDialog } from './filter-dialog.ts'
import { keepDialog } from './keep-filter.ts'
import { selectionBar } from './selection.ts'

export { binEntries } from './acts.ts'

// What is done to the list and in it, once it is here.
offerInside({
  'entries/edit': editedLine,
  'entries/chosen': selectionBar,
  '#filters': (at) => at.state.dialog?.kind === 'filters' && filterDialog(at, at.state.dialog),
  '#keep-filter': keepDialog,
  '#refile': refileDialog,
  '#tag': tagDialog,
})
