/**
 * Where the answer of a web action has its body as JSON, which was made to weigh it: a host in the same process sends that.
 * For any other host it is not there, for JSON knows no symbols.
 */
export const bodyText = Symbol('the JSON of the body')
