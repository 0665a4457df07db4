// An action of the tests: puts a file, sends a mail, and says what came of it.
import { mailer, objects } from '../../functions/compose.ts'
import type { ObjectKey } from '../../functions/ports/objects.ts'

export async function main({ env }: { readonly env: unknown }): Promise<object> {
  const key = 'a/b/report.pdf' as ObjectKey
  const store = await objects(env)
  await store.put(key, Buffer.from('the report'), 'application/pdf')
  const found = Buffer.from((await store.get(key)) ?? []).toString()
  const address = await store.signedUrl(key, { filename: 'März.pdf', type: 'application/pdf' }, 300)
  const outcome = await (await mailer(env)).send({
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'monthly',
    to: { address: 'asha@example.org', name: 'Asha Žižek' },
    subject: 'März',
    html: '<p>Grüße',
    text: 'Grüße',
    attachments: [{ name: 'a.pdf', type: 'application/pdf', body: Buffer.from('the report'), inline: false }],
  })
  return { found, address, outcome }
}
