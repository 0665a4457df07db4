import { onDesks } from '../../../tests/support/desk-suite.ts'
import { alertsContract } from '../../ports/alerts.contract.ts'

onDesks('alerts that wait', alertsContract)
