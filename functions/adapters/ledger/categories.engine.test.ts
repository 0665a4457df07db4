import { onDesks } from '../../../tests/support/desk-suite.ts'
import { categoriesContract } from '../../ports/categories.contract.ts'

onDesks('categories', categoriesContract)
