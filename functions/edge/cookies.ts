/**
 * The Set-Cookie of a refresh token, or with undefined the one that takes it away. Its name follows from PUBLIC_URL:
 * `__Host-outlay` on a host of one's own, `__Secure-outlay` below a path of a shared one, `outlay` on plain http.
 */
export function refreshCookie(publicUrl: string, secret: string | undefined, maxAgeS: number): string {
  const { name, path, secure } = cookieFor(publicUrl)
  const age = secret === undefined ? 0 : Math.max(0, Math.floor(maxAgeS))
  const parts = [`${name}=${secret ?? ''}`, `Path=${path}`, `Max-Age=${age}`, 'HttpOnly', 'SameSite=Strict']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}

/** The refresh token in a Cookie header. */
export function readRefresh(publicUrl: string, cookieHeader: string | undefined): string | undefined {
  const { name } = cookieFor(publicUrl)
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value && /^[\w-]{16,256}$/.test(value) ? value : undefined
}

/** Whether a page of ours may have sent this. Programs send no Origin; on loopback its names are one host. */
export function acceptableOrigin(publicUrl: string, origin: string | undefined): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && originOf(origin) === originOf(publicUrl)
}

function originOf(address: string): string {
  const { protocol, hostname, port } = new URL(address)
  return `${protocol}//${loopback.test(hostname) ? 'localhost' : hostname}:${port}`
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

function cookieFor(publicUrl: string) {
  const { protocol, pathname } = new URL(publicUrl)
  const path = pathname.replace(/\/+$/, '')
  if (protocol !== 'https:') return { name: 'outlay', path: path || '/', secure: false }
  if (path === '') return { name: '__Host-outlay', path: '/', secure: true }
  return { name: '__Secure-outlay', path: `${path}/v1/sessions`, secure: true }
}
