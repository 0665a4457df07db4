// Tamil, by the names of en-entry.ts. What is missing is said in English.

export const changeLimit = 'வரம்பை மாற்று'
export const newLimit = 'புதிய வரம்பு'
export const changeEntry = 'பதிவை மாற்று'
export const amountIn = 'தொகை, {currency}'
export const arrivingIn = 'வந்து சேர்வது, {currency}'
export const paidTo = 'யாருக்கு'
export const paidBy = 'யாரிடமிருந்து'
