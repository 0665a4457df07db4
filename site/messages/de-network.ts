// German, by the names of en-network.ts.

export const offlineWaits =
  'Offline. {n, plural, one {# Änderung wartet} other {# Änderungen warten}} hier, bis das Netz zurück ist.'
export const onItsWay = '{n, plural, one {# Änderung ist} other {# Änderungen sind}} unterwegs zum Server.'
export const needsYou =
  '{n, plural, one {# Änderung wurde nicht angenommen und wartet} other {# Änderungen wurden nicht angenommen und warten}} auf dich.'
export const showThem = 'Anzeigen'
