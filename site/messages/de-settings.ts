// German, by the names of en-settings.ts.

export const done = 'Gespeichert.'
export const logOut = 'Abmelden'
export const you = 'Du'
export const locale = 'Sprache, Zahlen und Tage'
export const localeHint = 'Zahlen und Tage gibt es überall; Wörter auf Englisch, Deutsch, Hindi und Tamil.'
export const ownZone = 'Deine Zeitzone: nach ihren Uhren kommen Berichte'
export const ledger = 'Haushaltsbuch'
export const ledgerName = 'Name des Haushaltsbuchs'
export const zone = 'Zeitzone: sie sagt, wann heute beginnt'
export const week = 'Eine Woche beginnt am'
export const periodIs = 'Ein Zeitraum ist'
export const ruleHint = 'Eine Änderung wartet das Ende des laufenden Zeitraums ab.'
export const nextRule = 'Dieser beginnt am {day}, nach dem laufenden Zeitraum.'
export const rules = {
  month: 'Ein Monat',
  payday: 'Von Zahltag zu Zahltag',
  'last-workday': 'Vom letzten Werktag eines Monats an',
  week: 'Eine Woche',
  weeks: 'Mehrere Wochen',
}
export const monthDate = 'Beginnt am Tag des Monats'
export const payDate = 'Zahltag im Monat; vor einem Wochenende der Werktag davor'
export const every = 'Wie viele Wochen'
export const anchor = 'Gezählt ab'
export const sessions = 'Wo du angemeldet bist'
export const thisBrowser = 'Dieser Browser'
export const lastSeen = 'Zuletzt gesehen {when}'
export const unknown = 'Unbekanntes Programm'
export const logOutThere = '{name} abmelden'
export const revoked = 'Dort abgemeldet.'
export const changePassword = 'Passwort ändern'
export const currentPassword = 'Jetziges Passwort'
export const newPassword = 'Neues Passwort'
export const leave = 'Verlassen'
export const leaveText = 'Löscht dich, deine Haushaltsbücher und alles darin, sofort und für immer.'
export const leaveOpen = 'Mein Konto löschen'
export const leaveDo = 'Alles löschen'
export const extras = 'Daten und Tasten'
export const exportText = 'Alle Einträge als Tabelle für jedes andere Programm, eine Zeile für jeden Teil davon.'
export const importCsv = 'CSV-Datei mitbringen'

export const refusals = {
  'wrong-password': 'Das ist nicht dein Passwort.',
  'sole-owner': 'Ein geteiltes Haushaltsbuch würde seinen letzten Besitzer verlieren.',
} as const
