// What the page says where a forgotten password is set anew.

export const askLead = 'Say your email, and we send you a link to a new password.'
export const sendLink = 'Send me a link'
export const sentTitle = 'Look into your mail'
export const sent =
  'If somebody has an account with {email}, a mail is on its way there. Its link works once, for half an hour; an older one opens nothing any more.'
export const sentMore = 'Nothing came? Look among the spam, and whether the address is spelt right.'
export const askAgain = 'Ask once more'
export const newTitle = 'A new password'
export const newLead = 'It ends every session: you are logged out wherever you were logged in.'
export const newPassword = 'New password'
export const setNew = 'Set this password'
export const doneTitle = 'Your password is set'
export const done = 'Log in with it. Whoever was logged in with the old one is not any more.'
export const spent = 'This link was used already, is older than half an hour, or a newer one was sent.'
export const askAnew = 'Ask for a new link'
