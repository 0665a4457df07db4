import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { todayIn as told } from '../functions/domain/zone.ts'
import { todayIn } from './today.ts'

const today = suite('today')
const zones = ['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Dublin']

today('is the same day as on the server, in any zone at any instant', () => {
  const instants = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2150, 0) })
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      assert.is(todayIn(zone, instant), told(zone, instant))
    }),
  )
})

today.run()
