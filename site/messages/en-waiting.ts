// What is said of changes that the server does not have yet.

export const title = 'Waiting'
export const lead = 'Made in this browser, in this order. Each is sent once, as soon as the network is back.'
export const none = 'Nothing waits: all that you did has arrived.'
export const toEntries = 'To the entries'
export const what = {
  create: 'Add {entry}',
  patch: 'Change {entry}',
  delete: 'Delete {entry}',
  restore: 'Bring back {entry}',
} as const
export const anEntry = 'an entry'
export const sendNow = 'Send now'
export const discard = 'Discard'
export const yours = 'Yours'
export const asItIs = 'As it is now'
export const keepMine = 'Keep mine'
export const keepTheirs = 'Keep what is there'
export const changeIt = 'Change it'
export const deleteAnyway = 'Delete anyway'
export const discarded = 'Discarded.'
export const leaving = 'Logging out deletes what waits here.'
export const logOutAnyway = 'Log out and delete it'
