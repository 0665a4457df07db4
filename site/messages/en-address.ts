// What is said about an address that nobody has confirmed.

export const unverified = 'Reports and alerts are mailed once you have opened the link that we sent to {address}.'
export const notNow = 'Not now'
export const sendItAgain = 'Send it again'
