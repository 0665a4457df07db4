// What the pages say that the links of mails lead to.

export const verifyTitle = 'Your address'
export const asking = 'One moment.'
export const confirmed = 'Your address is confirmed. Reports and alerts can come to it now.'
export const toOutlay = 'Go to Outlay'
export const spent = 'This link was used already, or is older than half an hour.'
export const spentMore = 'The settings, under Mail, send you a new one.'
export const isVerifiedAlready = 'Your address is confirmed already. There is nothing left to do.'
export const noSecret = 'Open the link in our mail once more: this page needs what stands at its end.'

export const offTitle = 'No more of these mails?'
export const off = 'Mails of the kind that had this link will not be sent any more. All others still come.'
export const switchOff = 'Stop these mails'
export const isOff = 'These mails are not sent any more.'
export const onAgain = 'To have them again, choose so in the settings, under Mail.'
export const offSpent = 'This link is too old. You can switch mails off in the settings.'
