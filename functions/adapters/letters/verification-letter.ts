import type { Reader } from '../../ports/letters.ts'
import { clean } from '../words/clean.ts'
import { speakerOf } from '../words/speaker.ts'
import type { Draft } from './pieces.ts'

export function verificationLetter({ name, locale }: Reader, link: string, minutes: number): Draft {
  const { tag, t } = speakerOf(locale)
  return {
    tag,
    subject: t('verifySubject'),
    preview: t('verifyLife', { n: minutes }),
    about: t('verifyKind'),
    pieces: [
      { kind: 'title', text: t('verifyTitle') },
      { kind: 'lead', text: t('verifyLead', { name: clean(name) || t('noName') }) },
      { kind: 'button', text: t('verifyButton'), url: link },
      { kind: 'note', text: t('verifyLife', { n: minutes }) },
      { kind: 'note', text: t('verifyNotYou') },
    ],
    why: t('verifyWhy'),
    links: [],
  }
}
