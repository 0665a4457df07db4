import { sendgridEvents } from './adapters/mail/sendgrid-events.ts'
import { type Mailbox, type MailSettings, parseMail, parseMailbox } from './adapters/mail/settings.ts'
import { parseProxies } from './adapters/node/proxies.ts'
import { tokenReader, tokenWriter } from './adapters/node/tokens.ts'
import { type ObjectsSettings, parseObjects } from './adapters/objects/settings.ts'
import { type Setting, valid, wholeNumber } from './adapters/setting.ts'
import { type EngineSettings, type LedgerEngine, parseEngine, parseLedgerEngine } from './adapters/sql/engine.ts'
import { Sentence } from './domain/sentence.ts'
import type { MailEvents } from './ports/mail-events.ts'
import type { TokenReader, TokenWriter } from './ports/tokens.ts'

// All that can be set, a constant each: what an action's bundle carries of these is what it is given when it is deployed.
// docs/settings.md, the references of the manifests and the checks of every program are made from here.

/** Scheme, host and, on a shared gateway, the path before `/v1`; no slash at the end. */
export const publicUrl: Setting<string> = {
  name: 'PUBLIC_URL',
  meaning: 'Where people reach it: the only source of links, and what decides the name and path of the cookie.',
  readBy: ['every function'],
  usualHere: 'http://localhost:{port}',
  read: webAddress,
}

export const tokenPrivateKey: Setting<TokenWriter> = {
  name: 'TOKEN_PRIVATE_KEY',
  meaning: 'Signs access tokens: an Ed25519 key (PKCS #8, DER) in base64. The local host makes its own.',
  readBy: ['identity'],
  isSecret: true,
  read: (text) => tokenWriter(text),
}

export const tokenPublicKeys: Setting<TokenReader> = {
  name: 'TOKEN_PUBLIC_KEYS',
  meaning:
    'Its other half (SPKI, DER) in base64; while a key is replaced both, with a comma between them. The local host makes its own.',
  readBy: ['every function'],
  read: (text) => tokenReader(text),
}

export const identity: Setting<EngineSettings> = {
  name: 'OUTLAY_IDENTITY',
  meaning: 'Where people, sessions, schedules and the report shelf lie: a MySQL server, Db2, or a file.',
  readBy: ['identity'],
  isSecret: true,
  usualHere: 'sqlite:{data}/identity.db',
  read: parseEngine,
}

export const ledger: Setting<LedgerEngine> = {
  name: 'OUTLAY_LEDGER',
  meaning: 'Where ledgers and all that is in them lie: a MySQL server, or a file.',
  readBy: ['ledger'],
  isSecret: true,
  usualHere: 'sqlite:{data}/ledger.db',
  read: parseLedgerEngine,
}

export const objects: Setting<ObjectsSettings> = {
  name: 'OUTLAY_OBJECTS',
  meaning: 'Where PDFs are kept: a bucket of any store that speaks S3, or a folder.',
  readBy: ['objects'],
  isSecret: true,
  usualHere: 'folder:{data}/objects',
  read: parseObjects,
}

export const filesSecret: Setting<string> = {
  name: 'FILES_SECRET',
  meaning:
    'What the addresses of files in a folder are signed with; a bucket does without. The local host makes its own.',
  readBy: ['objects'],
  isSecret: true,
  mayLack: (env) => valid(env, objects)?.store !== 'folder',
  read: asItIs,
}

export const mail: Setting<MailSettings> = {
  name: 'OUTLAY_MAIL',
  meaning: 'How mails leave: by SendGrid, by an SMTP server, or not at all, into a folder that can be looked at.',
  readBy: ['mail'],
  isSecret: true,
  usualHere: 'outbox:{data}/outbox',
  read: parseMail,
}

export const mailFrom: Setting<Mailbox> = {
  name: 'MAIL_FROM',
  meaning: 'Whom mails come from: an address, or a name with one in angle brackets. An outbox does without.',
  readBy: ['mail'],
  mayLack: (env) => (valid(env, mail)?.way ?? 'outbox') === 'outbox',
  read: parseMailbox,
}

export const mailEventsKey: Setting<MailEvents> = {
  name: 'MAIL_EVENTS_KEY',
  meaning:
    'The public key of SendGrid’s signed event webhook, which goes to /v1/mail/events. Without it no event is believed.',
  readBy: ['mail'],
  mayLack: () => true,
  read: sendgridEvents,
}

export const jobs: Setting<'in-process' | 'openwhisk' | URL> = {
  name: 'OUTLAY_JOBS',
  meaning:
    'Who makes reports: openwhisk (the action beside the one that asks), an http address that takes CloudEvents, or in-process.',
  readBy: ['reports'],
  usualHere: 'in-process',
  read: worker,
}

export const reportBatches: Setting<number> = {
  name: 'REPORT_BATCHES',
  meaning: 'How many batches of 25 reports one tick hands out.',
  readBy: ['reports'],
  usual: '40',
  read: (text) => wholeNumber(text, 1, 999_999),
}

export const reportSeconds: Setting<number> = {
  name: 'REPORT_SECONDS',
  meaning: 'How many seconds one batch may take; the host’s own limit.',
  readBy: ['reports'],
  usual: '300',
  read: (text) => wholeNumber(text, 1, 86_400),
}

export const hashWorker: Setting<string> = {
  name: 'OUTLAY_HASH_WORKER',
  meaning: 'A file that hashes passwords in a thread of its own.',
  readBy: ['identity'],
  isFound: true,
  mayLack: () => true,
  read: asItIs,
}

export const drawWorker: Setting<string> = {
  name: 'OUTLAY_DRAW_WORKER',
  meaning: 'A file that draws in a thread of its own.',
  readBy: ['reports'],
  isFound: true,
  mayLack: () => true,
  read: asItIs,
}

export const log: Setting<string> = {
  name: 'LOG',
  meaning: 'on, or off: no line for each request and job.',
  readBy: ['local host', 'image'],
  usual: 'on',
  read: onOrOff,
}

export const data: Setting<string> = {
  name: 'OUTLAY_DATA',
  meaning:
    'The folder of the local host: databases, keys, files and mails, as far as nothing above places them elsewhere.',
  readBy: ['local host'],
  usual: 'data',
  read: asItIs,
}

export const host: Setting<string> = {
  name: 'HOST',
  meaning: 'The address that it listens on. 0.0.0.0 lets other machines in: put a proxy that speaks https before it.',
  readBy: ['local host'],
  usual: '127.0.0.1',
  read: asItIs,
}

export const port: Setting<number> = {
  name: 'PORT',
  meaning: 'The port that it listens on; 0 takes one that is free.',
  readBy: ['local host', 'image'],
  usual: '8080',
  read: (text) => wholeNumber(text, 0, 65_535),
}

export const trustedProxies: Setting<(address: string) => boolean> = {
  name: 'TRUSTED_PROXIES',
  meaning:
    'Addresses and networks of proxies before it, as in 172.18.0.2, 10.0.0.0/8: what they say of where a caller is counts, as that of a proxy on the same machine always does.',
  readBy: ['local host', 'image'],
  mayLack: () => true,
  read: parseProxies,
}

export const functionServed: Setting<string> = {
  name: 'FUNCTION',
  meaning:
    'What an instance serves: api (all that has routes, and the page), jobs (all that has none), or one function.',
  readBy: ['image'],
  read: asItIs,
}

export const requestSeconds: Setting<number> = {
  name: 'REQUEST_S',
  meaning: 'How many seconds a request may take to come in.',
  readBy: ['image'],
  usual: '30',
  read: (text) => wholeNumber(text, 1, 600),
}

export const graceSeconds: Setting<number> = {
  name: 'GRACE_S',
  meaning: 'How many seconds what runs may still take when it is time to go: a second less than the platform waits.',
  readBy: ['image'],
  usual: '25',
  read: (text) => wholeNumber(text, 0, 3_600),
}

export const jobsAtOnce: Setting<number> = {
  name: 'JOBS_AT_ONCE',
  meaning: 'How many jobs an instance runs at once; what is more is told to come again.',
  readBy: ['image'],
  usual: '4',
  read: (text) => wholeNumber(text, 1, 1_000),
}

export const apihost: Setting<string> = {
  name: 'OW_APIHOST',
  meaning: 'The OpenWhisk to deploy to.',
  readBy: ['deploy'],
  read: asItIs,
}

export const auth: Setting<string> = {
  name: 'OW_AUTH',
  meaning: 'The key to deploy with.',
  readBy: ['deploy'],
  isSecret: true,
  read: asItIs,
}

export const namespace: Setting<string> = {
  name: 'OW_NAMESPACE',
  meaning: 'The namespace to deploy to, one for each stage.',
  readBy: ['deploy'],
  read: asItIs,
}

export const deployed: Setting<string> = {
  name: 'OUTLAY_ENV',
  meaning: 'All settings of a stage as one JSON object, where there is no file of them.',
  readBy: ['deploy'],
  isSecret: true,
  mayLack: () => true,
  read: asItIs,
}

export const db2Client: Setting<string> = {
  name: 'IBM_DB_HOME',
  meaning: 'The folder of a Db2 client that is there already.',
  readBy: ['db2:install'],
  mayLack: () => true,
  read: asItIs,
}

function asItIs(text: string): string {
  return text
}

function onOrOff(text: string): string {
  if (text !== 'on' && text !== 'off') throw new Sentence('This is neither on nor off.')
  return text
}

function webAddress(text: string): string {
  if (!/^https?:\/\/[^?#]+$/.test(text) || !URL.canParse(text)) throw new Sentence('This is no web address.')
  return text.replace(/\/+$/, '')
}

function worker(text: string): 'in-process' | 'openwhisk' | URL {
  if (text === 'in-process' || text === 'openwhisk') return text
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return new URL(text)
  throw new Sentence('This names nobody who does the work.')
}
