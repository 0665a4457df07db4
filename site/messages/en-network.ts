// What the network has to do with what is shown.

export const offlineWaits =
  'Offline. {n, plural, one {# change waits} other {# changes wait}} here until the network is back.'
export const onItsWay = '{n, plural, one {# change is} other {# changes are}} on the way to the server.'
export const needsYou =
  '{n, plural, one {# change was not taken and waits} other {# changes were not taken and wait}} for you.'
export const showThem = 'Show'
