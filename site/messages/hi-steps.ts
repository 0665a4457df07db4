// Hindi, by the names of en-steps.ts.

export const nothingYet = 'अभी यहाँ कुछ नहीं'
export const firstBar = 'आपकी पहली प्रविष्टि पहली पट्टी बनाती है।'
