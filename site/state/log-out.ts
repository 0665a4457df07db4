import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { say } from './screen.ts'
import { signOut } from './session.ts'
import type { Desk } from './state.ts'

/** What waits to be sent would be lost: it is shown first. `anyway` means it. */
export async function logOut(desk: Desk, anyway = false): Promise<void> {
  const { isSample, waiting } = desk.state.get()
  if (isSample) return desk.go(to('/', { sample: undefined }))
  if (waiting.length > 0 && !anyway) return desk.go(to('/waiting', { leaving: '1' }))
  const answer = await desk.client.api.login.endSession({ params: { id: 'current' } })
  if (!answer.ok) return say(desk, refusalText(answer.error))
  signOut(desk, false)
  desk.go(to('/'))
}
