import { Sentence } from '../domain/sentence.ts'

/** What one setting says, by name. Whatever is wrong with it is a `Sentence` without its text: a secret may be in it. */
export interface Given {
  text(name: string): string | undefined
  needed(name: string): string
  /** A whole number from 1 to 99999. */
  whole(name: string): number | undefined
  /** One of these, or undefined. */
  choice<const C extends string>(name: string, choices: readonly C[]): C | undefined
}

export interface Reading {
  /** As in 'The MySQL settings lack host.' */
  readonly what: string
  /** What an address may begin with, the usual one first. */
  readonly schemes: readonly string[]
  /** What the parts of an address are called: JSON, and what follows a question mark, have these names themselves. */
  readonly parts: { readonly user: string; readonly password: string; readonly path?: string }
  /** Beside those, and host and port. */
  readonly more: readonly string[]
}

/** Reads `scheme://user:password@host:port/path?name=value`, percent-encoded, or JSON of the same names. */
export function given(text: string, reading: Reading): Given {
  const { what, parts, more } = reading
  const values = text.trimStart().startsWith('{') ? fromJson(text, what) : fromAddress(text, reading)
  const known = ['scheme', 'host', 'port', ...Object.values(parts), ...more]
  if (Object.keys(values).some((name) => !known.includes(name))) {
    throw new Sentence(
      `The ${what} settings name something that they do not have; they have ${known.slice(1).join(', ')}.`,
    )
  }

  const all: Given = {
    text: (name) => values[name] || undefined,
    needed(name) {
      const value = all.text(name)
      if (!value) throw new Sentence(`The ${what} settings lack ${name}.`)
      return value
    },
    whole(name) {
      const value = all.text(name)
      if (value && !/^[1-9]\d{0,4}$/.test(value)) {
        throw new Sentence(`The ${what} settings name a ${name} that is no whole number.`)
      }
      return value ? Number(value) : undefined
    },
    choice(name, choices) {
      const value = all.text(name)
      const choice = choices.find((one) => one === value)
      if (value && !choice)
        throw new Sentence(`The ${what} settings name a ${name} that is not ${choices.join(' or ')}.`)
      return choice
    },
  }
  return all
}

type Values = Readonly<Record<string, string>>

function fromJson(text: string, what: string): Values {
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, value]) => [name, String(value)]))
  } catch {
    throw new Sentence(`The ${what} settings begin like JSON but are not.`)
  }
}

function fromAddress(text: string, { what, schemes, parts }: Reading): Values {
  if (!URL.canParse(text)) throw new Sentence(`The ${what} settings are neither JSON nor a ${schemes[0]}:// address.`)
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text)
  const scheme = protocol.slice(0, -1)
  if (!schemes.includes(scheme))
    throw new Sentence(`The address in the ${what} settings must begin with ${schemes[0]}://.`)
  const path = decoded(pathname.slice(1), what)
  if (path && !parts.path) throw new Sentence(`The address in the ${what} settings must end with its host.`)
  return {
    scheme,
    // an address of IPv6 stands in brackets in a URL only
    host: hostname.replace(/^\[|\]$/g, ''),
    port,
    [parts.user]: decoded(username, what),
    [parts.password]: decoded(password, what),
    ...(parts.path && { [parts.path]: path }),
    ...Object.fromEntries(searchParams),
  }
}

function decoded(part: string, what: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Sentence(`The address in the ${what} settings has a % that encodes nothing.`)
  }
}
