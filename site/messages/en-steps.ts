// What the first steps say.

export const welcome = 'Welcome, {name}'
export const lead = 'Your ledger is open. What helps is below, none of it is needed.'
export const firstSteps = 'First steps'
export const skip = 'Skip'
export const limitTitle = 'Set a limit'
export const limitText = 'One number for each period. It is what the first screen counts down from.'
export const limitLabel = 'Limit, {currency}'
export const showAgain = 'Show the first steps again'
export const shownAgain = 'They are on the overview.'
export const typeIt = 'Type it as you would say it: {example}'
