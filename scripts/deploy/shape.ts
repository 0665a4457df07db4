import { isOfActions, type Setting, valid } from '../../functions/adapters/setting.ts'
import * as table from '../../functions/settings.ts'
import { misspelt } from '../local/settings.ts'

type Texts = { readonly [name: string]: string }

/** One sentence per thing that may be right elsewhere and is not where actions run. Asks nobody. */
export function faultsOfShape(settings: Texts, stage: string): readonly string[] {
  return [...strangers(settings), ...faultsOfPlaces(settings), ...faultsOfWork(settings, stage)]
}

/** What nobody reads, or only a program that is not deployed. */
function strangers(settings: Texts): readonly string[] {
  const ofPrograms = Object.values<Setting<unknown>>(table).filter((setting) => !isOfActions(setting))
  const unread = ofPrograms.filter(({ name }) => name in settings)
  return [
    ...misspelt(Object.keys(settings)),
    ...unread.map(({ name, readBy }) => `No action reads ${name}: it is for ${readBy.join(' and ')} alone.`),
  ]
}

function faultsOfPlaces(settings: Texts): readonly string[] {
  const files = [table.identity, table.ledger].filter(
    (plane) => valid<{ engine: string }>(settings, plane)?.engine === 'sqlite',
  )
  const url = valid(settings, table.publicUrl) ?? ''
  const isOpen = /^http:/.test(url) && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${url}/`)
  return [
    ...files.map(({ name }) => `${name} is a file: an action has no disk. Name a database server.`),
    ...(isOpen ? ['PUBLIC_URL has to begin with https: cookies and tokens would be readable on the way.'] : []),
  ]
}

/** What works in one process does not where a call ends with its answer, and no disk outlives it. */
function faultsOfWork(settings: Texts, stage: string): readonly string[] {
  const folders = [
    ...(valid(settings, table.objects)?.store === 'folder' ? [table.objects] : []),
    ...(valid(settings, table.mail)?.way === 'outbox' ? [table.mail] : []),
  ]
  return [
    ...(valid(settings, table.jobs) === 'in-process'
      ? ['OUTLAY_JOBS has to be openwhisk here: no action goes on after its answer.']
      : []),
    // on one machine all containers may share a disk: good enough to try things
    ...(stage === 'prod' ? folders : []).map(({ name }) => `${name} is a folder: what is put there is lost.`),
  ]
}
