import { publicUrl } from '../../compose.ts'
import { webAction } from '../../edge/openwhisk.ts'
import { serveFile } from './serve-file.ts'

export const main = webAction(async (request, env) => {
  const [address, { default: files }] = await Promise.all([publicUrl(env), import('outlay:site')])
  return serveFile(files, address, request)
})
