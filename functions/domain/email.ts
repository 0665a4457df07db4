/**
 * The one spelling of an address: trimmed, in lower case, NFC. It is stored like this, and the key of a person is the
 * SHA-256 of it.
 */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase().normalize('NFC')
}

/**
 * Whether mail may be sent to an address in its normal spelling: `name@host.tld`, in any script. No display name, no
 * quotes, no bare host and no address in numbers: all of them are legal in RFC 5322, and in a form all of them are slips.
 */
export function isEmail(normal: string): boolean {
  const [name = '', domain = '', ...more] = normal.split('@')
  return more.length === 0 && normal.length <= 254 && isName(name) && isDomain(domain)
}

function isName(name: string): boolean {
  return name.length <= 64 && name.split('.').every((part) => part !== '' && !unusual.test(part))
}

const unusual = /[\s\p{C}"(),:;<>[\\\]]/u

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

const label = /^(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)$/u
