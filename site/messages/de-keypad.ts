// German, by the names of en-keypad.ts.

export const keypad = 'Tastenfeld'
export const rubout = 'Letztes Zeichen löschen'
export const plus = 'Plus: Geld herein'
export const minus = 'Minus: Geld hinaus'
export const point = 'Dezimalzeichen'
export const letters = 'Buchstaben'
export const abc = 'abc'
