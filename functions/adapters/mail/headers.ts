import type { Mail } from '../../ports/mailer.ts'

/** What a mail says to programs, whoever brings it: which one it is, that no person wrote it, how to end it (RFC 8058). */
export function headersOf({ id, unsubscribeUrl }: Mail, domain: string): { readonly [name: string]: string } {
  return {
    'Message-ID': `<${id}@${domain}>`,
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeUrl && {
      'List-Unsubscribe': `<${new URL(unsubscribeUrl).href}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  }
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
