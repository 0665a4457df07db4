import type { At } from '../forms/form.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { note } from './note.ts'

/** That there is no network, where nothing of somebody's own waits for it. */
export function offlineNote({ state }: At) {
  return !state.isOnline && !state.isSample && note({ icon: 'wait', words: t(en.offline) })
}
