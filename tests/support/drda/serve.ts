// node --import tsx serve.ts <port of Derby>: prints the port that it listens on, and ends with who has started it.
import { shimServer } from './shim.ts'

const server = shimServer(Number(process.argv[2]))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
process.stdin.resume().on('end', () => process.exit(0))
