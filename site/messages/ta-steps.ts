// Tamil, by the names of en-steps.ts.

export const nothingYet = 'இன்னும் எதுவும் இல்லை'
export const firstBar = 'உங்கள் முதல் பதிவு முதல் பட்டையை வரைகிறது.'
