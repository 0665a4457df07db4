// German, by the names of en-steps.ts.

export const welcome = 'Willkommen, {name}'
export const lead = 'Dein Haushaltsbuch ist offen. Unten steht, was hilft; nichts davon muss sein.'
export const firstSteps = 'Erste Schritte'
export const skip = 'Überspringen'
export const limitTitle = 'Eine Grenze setzen'
export const limitText = 'Eine Zahl für jeden Zeitraum. Von ihr zählt der Überblick herunter.'
export const limitLabel = 'Grenze, {currency}'
export const showAgain = 'Die ersten Schritte wieder zeigen'
export const shownAgain = 'Sie stehen im Überblick.'
export const typeIt = 'Tippe, wie du es sagen würdest: {example}'
