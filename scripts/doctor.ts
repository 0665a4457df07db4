import { optionsIn } from './deploy/options.ts'
import { examine } from './doctor/examine.ts'
import { linesOf } from './doctor/finding.ts'
import { deploymentOf, programOf } from './doctor/patient.ts'

const usage = `npm run doctor [-- options]

Connects to all that is configured, tries it, and says of each thing whether it is well, and what to do where it is not;
the exit code is 1 then. Changes nothing that lasts, prints no secret.

  (nothing)          what npm start would use, from the same environment and folder; in the container image, what it serves
  --stage dev|prod   what npm run deploy would give the actions of that stage
  --settings FILE    the same from this file
`

const words = process.argv.slice(2)
const options = words.some((word) => /^--(dry-run|remove|verbose|patience)/.test(word)) ? undefined : optionsIn(words)
if (options === undefined) {
  process.stdout.write(usage)
  process.exit(words.includes('--help') ? 0 : 1)
}
const findings = await examine(words.length > 0 ? deploymentOf(options, process.env) : programOf(process.env))
for (const line of findings.flatMap(linesOf)) process.stdout.write(`${line}\n`)
const wrong = findings.filter(({ how }) => how === 'ill').length
process.stdout.write(wrong === 0 ? 'All is well.\n' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} not well.\n`)
// not by itself: a connection that hangs would keep this process
process.exit(wrong === 0 ? 0 : 1)
