import type { Here } from '../support/host.ts'

/** Where the latest mail to somebody leads that has such a link, as it lies in the outbox. */
export async function linkIn(
  host: Here,
  email: string,
  kind: 'verify' | 'reset' | 'unsubscribe' | 'reports',
): Promise<string> {
  const get = async (path: string) => (await fetch(`${host.outboxUrl}${path}`)).text()
  const ours = (await get('')).split('<li>').filter((item) => item.includes(email))
  for (const item of ours) {
    const id = /\/outbox\/([\w-]{36})/.exec(item)?.[1]
    const link = new RegExp(`"(${host.url}/${kind}[#/][\\w-]+)"`).exec(await get(`/${id}/html`))?.[1]
    if (link) return link
  }
  throw new Error(`No mail to ${email} has a link to ${kind}`)
}
