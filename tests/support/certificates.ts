import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from './programs.ts'

/** Where this machine's OpenSSL is, if it has one: Node reads certificates and makes none. */
export const opensslPath = (): string | undefined => programPath('openssl')

/** An authority of a test's own; files are gone with this process. */
export interface Authority {
  /** Its certificate, PEM. */
  readonly certificate: string
  /** Makes a certificate for these names (`DNS:db.example.org`, `IP:127.0.0.1`) and its key, as files. */
  sign(...names: readonly string[]): { readonly certificate: string; readonly key: string }
}

export function newAuthority(name: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-certificates-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = (ending: string) => join(folder, `${name}.${ending}`)
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...fresh, '-subj', `/CN=${name}`, '-days', '2', '-keyout', file('key'), '-out', file('crt'))

  let signed = 0
  return {
    certificate: readFileSync(file('crt'), 'utf8'),
    sign: (...names) => {
      const [key, request, certificate] = ['key', 'csr', 'crt'].map((ending) => file(`${signed}.${ending}`)) as Three
      signed += 1
      writeFileSync(file('names'), `subjectAltName=${names.join(',')}`)
      openssl('req', ...fresh, '-subj', `/CN=${name} signs`, '-keyout', key, '-out', request)
      const by = ['-CA', file('crt'), '-CAkey', file('key'), '-CAcreateserial', '-days', '2', '-extfile', file('names')]
      openssl('x509', '-req', '-in', request, ...by, '-out', certificate)
      return { certificate, key }
    },
  }
}

type Three = [string, string, string]

function openssl(...args: readonly string[]): void {
  const program = opensslPath()
  if (!program) throw new Error('there is no openssl on this machine')
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`openssl ${args[0]} failed: ${done.stderr}`)
}
