/** Trouble that one sentence explains to whoever starts or looks after Outlay: print it and exit 1, no stack. */
export class Sentence extends Error {
  override readonly name = 'Sentence'
}
