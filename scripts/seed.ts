import { todayIn } from '../functions/domain/zone.ts'
import { sampleIn } from '../functions/sample/in-ledger.ts'
import { client, type Problem } from '../site/api.ts'
import { fill } from '../site/sample/fill.ts'
import { clientRoutes } from './build/client-routes.ts'

const usage = `npm run seed [-- http://localhost:8080]

Registers a sample person on a running Outlay with two years of a household, about 2,500 entries in five accounts and two
limits, and prints the log-in. It is the same household that the page shows without an account. Where that person is there
already nothing is added. Without an address it is this machine's, at PORT or 8080.
`

const person = {
  email: 'asha@example.org',
  password: 'correct horse battery',
  name: 'Asha',
  timeZone: 'Europe/Berlin',
  locale: 'en',
  currency: 'EUR',
}

const [url = `http://localhost:${process.env.PORT || 8080}`] = process.argv.slice(2)
if (url === '--help') process.stdout.write(usage)
else process.exitCode = await seed(`${url.replace(/\/+$/, '')}/`)

/** The exit code. */
async function seed(base: string): Promise<number> {
  const { api, admit } = client(clientRoutes, { base, fetch, now: Date.now, ended: () => {} })
  const registered = await api.register.register({ body: person })
  if (registered.ok) {
    admit(registered.value.body)
    const sample = sampleIn(registered.value.body.ledger.id, todayIn(person.timeZone, Date.now()), person.locale)
    const problem = await fill(api, sample)
    if (problem) return complain(problem)
  } else if (registered.error.kind !== 'refused' || registered.error.code !== 'email-taken') {
    return complain(registered.error)
  } else {
    process.stdout.write(`There is somebody with the address ${person.email} already: nothing was added.\n`)
    return 0
  }
  process.stdout.write(`Log in as ${person.email} with the password: ${person.password}\n`)
  return 0
}

function complain(problem: Problem): number {
  const reason = problem.kind === 'offline' ? `nobody answers at ${url}` : JSON.stringify(problem)
  process.stderr.write(`The sample could not be put in: ${reason}\n`)
  return 1
}
