// German, by the names of en-links.ts.

export const verifyTitle = 'Deine Adresse'
export const asking = 'Einen Augenblick.'
export const confirmed = 'Deine Adresse ist bestätigt. Berichte und Warnungen können jetzt dorthin kommen.'
export const toOutlay = 'Zu Outlay'
export const spent = 'Dieser Link wurde schon benutzt oder ist älter als eine halbe Stunde.'
export const spentMore = 'In den Einstellungen, unter Mail, bekommst du einen neuen.'
export const isVerifiedAlready = 'Deine Adresse ist schon bestätigt. Es ist nichts mehr zu tun.'
export const noSecret = 'Öffne den Link in unserer Mail noch einmal: diese Seite braucht, was an seinem Ende steht.'

export const offTitle = 'Keine dieser Mails mehr?'
export const off = 'Mails der Art, die diesen Link hatte, werden nicht mehr geschickt. Alle anderen kommen weiter.'
export const switchOff = 'Diese Mails abbestellen'
export const isOff = 'Diese Mails werden nicht mehr geschickt.'
export const onAgain = 'Willst du sie wieder, dann wähle es in den Einstellungen, unter Mail.'
export const offSpent = 'Dieser Link ist zu alt. Abschalten kannst du Mails in den Einstellungen.'
