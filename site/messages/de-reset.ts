// German, by the names of en-reset.ts.

export const askLead = 'Nenne deine E-Mail, und wir schicken dir einen Link zu einem neuen Passwort.'
export const sendLink = 'Schickt mir einen Link'
export const sentTitle = 'Sieh in deine Mail'
export const sent =
  'Wenn jemand ein Konto mit {email} hat, ist eine Mail dorthin unterwegs. Ihr Link gilt einmal, eine halbe Stunde lang; ein älterer öffnet nichts mehr.'
export const sentMore = 'Nichts gekommen? Sieh beim Spam nach, und ob die Adresse richtig geschrieben ist.'
export const askAgain = 'Noch einmal anfordern'
export const newTitle = 'Ein neues Passwort'
export const newLead = 'Damit enden alle Sitzungen: du bist überall abgemeldet, wo du angemeldet warst.'
export const newPassword = 'Neues Passwort'
export const setNew = 'Dieses Passwort setzen'
export const doneTitle = 'Dein Passwort ist gesetzt'
export const done = 'Melde dich damit an. Wer mit dem alten angemeldet war, ist es nicht mehr.'
export const spent = 'Dieser Link wurde schon benutzt, ist älter als eine halbe Stunde, oder es kam ein neuerer.'
export const askAnew = 'Einen neuen Link anfordern'
