import type { Reader } from '../../ports/letters.ts'
import { clean } from '../words/clean.ts'
import { speakerOf } from '../words/speaker.ts'
import type { Draft } from './pieces.ts'

export function resetLetter({ name, locale }: Reader, link: string, minutes: number): Draft {
  const { tag, t } = speakerOf(locale)
  // a link that is good once and for so long says so in the same words, whatever it is for
  const life = t('verifyLife', { n: minutes })
  return {
    tag,
    subject: t('resetSubject'),
    preview: life,
    about: t('resetKind'),
    pieces: [
      { kind: 'title', text: t('resetTitle') },
      { kind: 'lead', text: t('resetLead', { name: clean(name) || t('noName') }) },
      { kind: 'button', text: t('resetButton'), url: link },
      { kind: 'note', text: life },
      { kind: 'note', text: t('resetNotYou') },
    ],
    why: t('resetWhy'),
    links: [],
  }
}
