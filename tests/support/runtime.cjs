// Imitates Apache OpenWhisk's Node runtime as far as an action can tell: /init, /run, sentinels, what becomes of results.
// Started in an empty folder: node runtime.cjs <path of fflate>. Prints its port as the first line.
const fs = require('node:fs')
const http = require('node:http')
const path = require('node:path')
const { unzipSync } = require(process.argv[2])

const sentinel = 'XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX'
let main

const init = ({ value }) => {
  if (main) return [403, { error: 'Cannot initialize the action more than once.' }]
  if (!value?.main || !value.code) return [403, { error: 'Missing main/no code to execute.' }]
  try {
    Object.assign(process.env, value.env)
    const folder = path.join(process.cwd(), 'action')
    for (const [name, bytes] of Object.entries(unzipSync(Buffer.from(value.code, 'base64')))) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), bytes)
    }
    const { main: file } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    main = require(path.join(folder, file))[value.main]
    if (typeof main !== 'function') throw new Error(`Action entrypoint '${value.main}' is not a function.`)
    return [200, { OK: true }]
  } catch (error) {
    return [502, { error: `Initialization has failed due to: ${error.stack}` }]
  }
}

const run = async ({ value, ...context }) => {
  if (!main) return [500, { error: 'The action has not been initialized.' }]
  for (const [key, text] of Object.entries(context))
    if (typeof text === 'string') process.env[`__OW_${key.toUpperCase()}`] = text
  let running
  try {
    running = main(value)
  } catch (error) {
    // the real one gives the container up after this
    return [502, { error: `An error has occurred: ${error}` }]
  }
  try {
    const result = (await running) ?? {}
    if (typeof result !== 'object') return [502, { error: 'The action did not return a dictionary or array.' }]
    return [200, result]
  } catch (error) {
    // the real one answers 200 with the whole error: a leak that main has to prevent
    return [200, { error: { name: error?.name, message: error?.message, stack: error?.stack } }]
  }
}

const server = http.createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', async () => {
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}')
    const [status, answer] = request.url === '/init' ? init(body) : await run(body)
    if (request.url === '/run' || status !== 200) {
      process.stdout.write(`${sentinel}\n`)
      process.stderr.write(`${sentinel}\n`)
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
