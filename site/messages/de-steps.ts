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
export const typeIt = 'Tippe, wie du es sagen würdest: 12,50 Mittagessen'
export const bringTitle = 'Deine Daten mitbringen'
export const bringText = 'Was du anderswo hast, als CSV-Datei: du siehst zuerst, was neu ist.'
export const bringDo = 'Datei wählen'
export const daysTitle = 'Berichtstage wählen'
export const daysText =
  'Ein kurzer Bericht für jede Woche, ein langer für jeden Monat: gemacht, geschickt und aufbewahrt.'
export const sampleTitle = 'Deinen Bericht sehen'
export const sampleText = 'Einer von dem, was schon da ist, als PDF. Er wird gemacht, während du zusiehst.'
export const sampleSend = 'Schick mir jetzt einen Bericht zur Probe'

export const nothingYet = 'Noch nichts da'
export const firstBar = 'Dein erster Eintrag zeichnet den ersten Balken.'
