import { register } from 'node:module'

// Where nothing was built there are no files of a site: the module that a build makes of them is empty then.
const hooks = `export const resolve = (name, context, next) =>
  name === 'outlay:site' ? { url: 'data:text/javascript,export default {}', shortCircuit: true } : next(name, context)`

register(`data:text/javascript,${encodeURIComponent(hooks)}`)
