// What the keypad says.

export const keypad = 'Keypad'
export const rubout = 'Delete the last character'
export const plus = 'Plus: money in'
export const minus = 'Minus: money out'
export const point = 'Decimal sign'
export const letters = 'Letters'
export const abc = 'abc'
