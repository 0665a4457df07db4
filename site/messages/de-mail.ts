// German, by the names of en-mail.ts.

export const title = 'Mail'
export const isConfirmed = 'bestätigt'
export const notConfirmed =
  'Noch nicht bestätigt. Es wird nichts dorthin geschickt, bevor der Link in unserer Mail geöffnet wurde.'
export const sendAgain = 'Link noch einmal schicken'
export const linkSent = 'Der Link ist unterwegs. Er gilt einmal, eine halbe Stunde lang.'
export const stopped = {
  bounced:
    'Mail an diese Adresse kam zurück, darum wird nichts dorthin geschickt. Sieh nach, ob sie wieder geht, und bestätige sie dann neu.',
  reported:
    'Eine Mail von uns wurde als unerwünscht gemeldet, darum wird nichts mehr geschickt. Willst du wieder Mail, dann bestätige die Adresse neu.',
  dropped:
    'Der Maildienst nimmt für diese Adresse nichts mehr an. Sieh nach, was mit ihr ist, und bestätige sie dann neu.',
} as const
export const alerts = 'Warnungen zu Grenzen'
export const alertsHint = 'Eine Mail, wenn 80 % einer Grenze ausgegeben sind, und wenn alles: je einmal.'
export const saved = 'Gespeichert.'

export const kinds = { weekly: 'Wochenbericht', monthly: 'Monatsbericht' } as const
export const how = 'Was geschieht'
export const hows = {
  off: 'Keiner wird gemacht',
  shelf: 'Gemacht und aufbewahrt',
  mail: 'Gemacht, aufbewahrt und geschickt',
} as const
export const unverifiedHint = 'Er wird geschickt, sobald deine Adresse bestätigt ist.'
export const covers = 'Umfasst'
export const own = 'Jeden Zeitraum des Haushaltsbuchs'
export const eachMonth = 'Jeden Kalendermonat'
export const weekFrom = 'Die Woche ab {weekday}'
export const comes = 'Kommt'
export const onNextDay = '{weekday}, am Tag danach'
export const onWeekday = '{weekday}, {n, plural, one {# Tag danach} other {# Tage danach}}'
export const nextDay = 'Am Tag nach dem Ende'
export const daysAfter = '{n, plural, one {# Tag nach dem Ende} other {# Tage nach dem Ende}}'
export const hour = 'Um'
export const hourHint = 'Nach den Uhren von {zone}.'
export const nextOne = 'Der nächste kommt {when} und umfasst {period}.'
export const noneComes = 'Keiner kommt.'

export const refusals = {
  'mail-refused': 'Der Maildienst hat diese Adresse abgelehnt. Sieh nach, ob sie stimmt.',
} as const
