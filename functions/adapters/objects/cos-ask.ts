import { IncomingMessage } from 'node:http'
import type { AWSError, Request } from 'ibm-cos-sdk'
import { Unavailable } from '../../ports/unavailable.ts'
import { translated } from './cos-errors.ts'

/** How long a store may take. Tries follow each other after some tens of milliseconds, more each time. */
export interface Patience {
  readonly tries: number
  readonly connectMs: number
  /** Without a byte from the store. */
  readonly silenceMs: number
  /** From the call of the port to its end, all tries included. */
  readonly wholeMs: number
}

export type Ask<T> = Request<T, AWSError>

/** The SDK limits silences and tries; it knows no end of a slow trickle, and does not notice when an answer breaks off. */
export async function inTime<T>(ask: () => Ask<T>, { tries, wholeMs }: Patience): Promise<T> {
  let asked: Ask<T> | undefined
  let giveUp: NodeJS.Timeout | undefined
  let isLate = false
  const tooLate = new Promise<never>((_, reject) => {
    giveUp = setTimeout(() => {
      isLate = true
      reject(new Unavailable('The object store took too long'))
      asked?.abort()
    }, wholeMs)
  })
  const answered = async () => {
    for (let left = tries; ; left--) {
      asked = ask()
      try {
        return await Promise.race([asked.promise(), breakingOff(asked)])
      } catch (error) {
        if (!(error instanceof BrokenOff) || left === 1 || isLate) throw error
      }
    }
  }
  try {
    return await Promise.race([answered(), tooLate])
  } catch (error) {
    throw translated(error)
  } finally {
    clearTimeout(giveUp)
  }
}

class BrokenOff extends Unavailable {}

/** Rejects when the connection closes before the end of an answer. */
function breakingOff<T>(asked: Ask<T>): Promise<never> {
  return new Promise((_, reject) => {
    asked.on('httpHeaders', (_status, _headers, { httpResponse }) => {
      const answer: unknown = Reflect.get(httpResponse, 'stream')
      if (!(answer instanceof IncomingMessage)) return
      answer.once('close', () => {
        if (answer.complete) return
        reject(new BrokenOff('The object store broke off its answer'))
      })
    })
  })
}
