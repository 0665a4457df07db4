import { onDesks } from '../../../tests/support/desk-suite.ts'
import { reckoningsContract } from '../../ports/reckonings.contract.ts'

onDesks('reckonings', reckoningsContract)
