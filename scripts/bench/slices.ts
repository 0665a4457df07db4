import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** One server under test, and what one caller asks of it next. */
export interface Side {
  readonly pid: number
  readonly next: () => Ask
}

export interface Ask {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a second of one side came to. */
export interface Slice {
  readonly answersPerSecond: number
  /** Processor time of the server per answer, all its threads. */
  readonly cpuMs: number
}

export interface Compared {
  readonly product: Slice
  readonly floor: Slice
  /** Medians of five rounds; each round's two slices follow on each other. */
  readonly cpuRatio: number
  readonly speedRatio: number
}

const rounds = 5
const sliceMs = 1_000

/**
 * What has just started still pays for its compiler, for as many answers as the program is large, however long the machine
 * takes for them: V8 was seen to compile until some 4,500 of the product. Part of what it has made for sixteen at once it
 * throws away when there is one. So both sides run in by sixteen, and then as they are measured.
 */
const runIn = { atOnce: 16, answers: 6_000, asMeasured: 1_500, pieceMs: 1_000, mostMs: 60_000 }

/** Product and floor by turns, so that whatever else the machine does hits both. */
export async function compared(product: Side, floor: Side, inFlight: number): Promise<Compared> {
  for (const side of [product, floor]) await ranIn(side, runIn.atOnce, runIn.answers)
  for (const side of [product, floor]) await ranIn(side, inFlight, runIn.asMeasured)
  const all: { product: Slice; floor: Slice }[] = []
  for (let round = 0; round < rounds; round++) {
    const one = await slice(product, inFlight, sliceMs)
    all.push({ product: one, floor: await slice(floor, inFlight, sliceMs) })
  }
  return {
    product: middle(all.map((round) => round.product)),
    floor: middle(all.map((round) => round.floor)),
    cpuRatio: median(all.map((round) => round.product.cpuMs / round.floor.cpuMs)),
    speedRatio: median(all.map((round) => round.product.answersPerSecond / round.floor.answersPerSecond)),
  }
}

async function ranIn(side: Side, inFlight: number, enough: number): Promise<void> {
  let answers = 0
  const began = performance.now()
  while (answers < enough && performance.now() - began < runIn.mostMs) {
    answers += (await slice(side, inFlight, runIn.pieceMs)).answers
  }
}

export async function slice(
  { pid, next }: Side,
  inFlight: number,
  ms: number,
): Promise<Slice & { readonly answers: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const cpuBefore = cpuMsOf(pid)
  const began = performance.now()
  let answers = 0
  const caller = async () => {
    while (performance.now() - began < ms) {
      await answered(next(), agent)
      answers++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, caller))
  const seconds = (performance.now() - began) / 1_000
  agent.destroy()
  return { answers, answersPerSecond: answers / seconds, cpuMs: (cpuMsOf(pid) - cpuBefore) / answers }
}

/** The body, as text; anything but a success ends the bench, for a fast refusal is no figure. */
export function answered({ method, url, headers = {}, body }: Ask, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if ((response.statusCode ?? 500) < 300) resolve(text)
        else reject(new Error(`${method} ${url} answered ${response.statusCode}: ${text.slice(0, 300)}`))
      })
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** User and system time since the start, in steps of 10 ms; Linux only. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const middle = (slices: readonly Slice[]): Slice => ({
  answersPerSecond: median(slices.map((one) => one.answersPerSecond)),
  cpuMs: median(slices.map((one) => one.cpuMs)),
})

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
