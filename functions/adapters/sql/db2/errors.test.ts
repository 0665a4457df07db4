import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Unavailable } from '../../../ports/unavailable.ts'
import { Busy, isDuplicate, isMissingTable, isOverflow, isThere, Unsettled } from '../errors.ts'
import { isGone, isOfStatement, rerouted, translatedDb2 } from './errors.ts'

const errors = suite('what an error of Db2 means')

/** As ibm_db throws it: the text ends with the server's SQLSTATE, and beside it is the one that IBM's client makes of it. */
function error(sqlcode: number, state: string, sqlstate = state): Error {
  return Object.assign(new Error(`[IBM][CLI Driver][DB2/LINUXX8664] SQL${-sqlcode}N  Words.  SQLSTATE=${state}\n`), {
    error: '[ibm_db] SQL_ERROR',
    sqlcode,
    sqlstate,
  })
}

const duplicate = error(-803, '23505')
const overflow = error(-802, '22003')
const noTable = error(-204, '42704', '42S02')
const there = error(-601, '42710', '42S01')
const deadlock = error(-911, '40001')
const lockWait = error(-913, '57033')
const reroute = error(-30108, '08506')
const cut = error(-30081, '08001', '40003')
const silent = error(-30081, '08007')
const refusedAnew = error(-30109, '08507')
const sentTwice = error(-20542, '54068')
const noConnection = error(-900, '08003', '40003')
const stopped = error(-1224, '55032')
const cancelled = error(-952, '57014')
const full = error(-1040, '57030')
const logFull = error(-964, '57011')
const wrongPassword = error(-30082, '08001')
const noDatabase = error(-30061, '08004')

errors('is told by its SQLSTATE', () => {
  const all = [duplicate, overflow, noTable, there, cut]

  assert.equal(all.map(isDuplicate), [true, false, false, false, false])
  assert.equal(all.map(isOverflow), [false, true, false, false, false])
  assert.equal(all.map(isMissingTable), [false, false, true, false, false])
  assert.equal(all.map(isThere), [false, false, false, true, false])
})

errors('is a lost race, which may be run again: deadlock, lock wait, a rerouted connection', () => {
  for (const one of [deadlock, lockWait, reroute]) {
    assert.ok(translatedDb2(one) instanceof Busy)
    assert.ok(isOfStatement(one), 'and the connection is good')
  }
  assert.equal([deadlock, reroute].map(rerouted), [false, true])
})

errors('is a server that cannot be reached now', () => {
  for (const one of [cut, silent, refusedAnew, sentTwice, noConnection, stopped, cancelled, full, logFull]) {
    const said = translatedDb2(one)
    assert.ok(said instanceof Unavailable && !(said instanceof Unsettled), one.message)
    assert.ok(isGone(one))
    assert.not(isOfStatement(one))
  }
})

errors('leaves nobody in doubt but who was cut off from the answer to a commit', () => {
  for (const one of [cut, silent, noConnection, reroute, sentTwice]) {
    assert.ok(translatedDb2(one, true) instanceof Unsettled, one.message)
  }
  assert.ok(translatedDb2(deadlock, true) instanceof Busy)
  assert.is(translatedDb2(duplicate, true), duplicate)
})

errors('is a sentence where only an operator can help, without what was said', () => {
  for (const one of [wrongPassword, noDatabase]) {
    const said = translatedDb2(one)
    assert.ok(said instanceof Error && said.name === 'Sentence')
    assert.not(isGone(one), 'so that no other server is asked')
  }
})

errors('is left as it is where it is the statement’s own', () => {
  for (const one of [duplicate, overflow, noTable, error(-433, '22001'), error(-104, '42601')]) {
    assert.is(translatedDb2(one), one)
    assert.ok(isOfStatement(one))
  }
  assert.not(isOfStatement(new TypeError('of ours')))
  assert.not(isOfStatement(error(-901, '58004')), 'whatever is unknown costs the connection')
})

errors.run()
