import type { Setting } from '../../functions/adapters/setting.ts'
import * as table from '../../functions/settings.ts'

/** Hides secrets in what a program says, a line at a time, so that none slips through between two pieces of output. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length)
  return (text) => known.reduce((left, secret) => left.replaceAll(secret, '<hidden>'), text)
}

/** The texts that nobody may see: of settings all that the table does not call open, so those too that it does not know. */
export function secretsIn(settings: { readonly [name: string]: string | undefined }): readonly string[] {
  const all = Object.values<Setting<unknown>>(table)
  const isOpen = (name: string) => all.some((one) => one.name === name && !one.isSecret)
  return Object.entries(settings).flatMap(([name, text]) => (text && !isOpen(name) ? [text] : []))
}

/** Shorter ones are no secrets, and would hide half of every line. */
const shortest = 6

/** As it stands, within JSON, and the two halves of what has a colon in it: a user and a password. */
function formsOf(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const base64 = Buffer.from(secret).toString('base64')
  return [secret, inJson, JSON.stringify(inJson).slice(1, -1), base64, ...partsOf(secret)].filter(
    (form) => form.length >= shortest,
  )
}

function partsOf(secret: string): readonly string[] {
  if (!secret.includes('://') || !URL.canParse(secret)) return secret.split(':')
  const { password } = new URL(secret)
  return [password, decodeURIComponent(password)]
}
