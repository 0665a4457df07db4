// Hindi, by the names of en-entry.ts. What is missing is said in English.

export const changeLimit = 'सीमा बदलें'
export const newLimit = 'नई सीमा'
export const changeEntry = 'प्रविष्टि बदलें'
export const amountIn = 'राशि, {currency}'
export const arrivingIn = 'पहुँचेगी, {currency}'
export const paidTo = 'किसे दिया'
export const paidBy = 'किससे मिला'
