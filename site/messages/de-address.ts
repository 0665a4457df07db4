// German, by the names of en-address.ts.

export const unverified =
  'Berichte und Warnungen werden geschickt, sobald du den Link geöffnet hast, den wir an {address} geschickt haben.'
export const notNow = 'Nicht jetzt'
export const sendItAgain = 'Noch einmal senden'
