import { Sentence } from '../domain/sentence.ts'

/** Loads a package that a plain start does without. Throws a `Sentence` where it is not installed. */
export async function installed<T>(name: string, load: () => Promise<T>): Promise<T> {
  return load().catch((cause) => {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(Reflect.get(Object(cause), 'code'))) throw cause
    throw new Sentence(`The settings ask for the package ${name}: run "npm ci --include=dev" in the folder of Outlay.`)
  })
}
