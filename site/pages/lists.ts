import { offerInside } from '../inside.ts'
import { budgets } from './budgets.ts'
import { entries } from './entries.ts'

// two pages that come together: whoever looks at one looks at the other
offerInside({ '/entries': entries, '/budgets': budgets })
