// German, by the names of en-waiting.ts.

export const title = 'In der Warteschlange'
export const lead =
  'In diesem Browser gemacht, in dieser Reihenfolge. Alles geht einmal hinaus, sobald das Netz zurück ist.'
export const none = 'Nichts wartet: alles, was du gemacht hast, ist angekommen.'
export const toEntries = 'Zu den Einträgen'
export const what = {
  create: '{entry} hinzufügen',
  patch: '{entry} ändern',
  delete: '{entry} löschen',
  restore: '{entry} zurückholen',
}
export const anEntry = 'Eintrag'
export const sendNow = 'Jetzt senden'
export const discard = 'Verwerfen'
export const yours = 'Deine Fassung'
export const asItIs = 'Wie es jetzt ist'
export const keepMine = 'Meine behalten'
export const keepTheirs = 'Lassen, wie es ist'
export const changeIt = 'Ändern'
export const deleteAnyway = 'Trotzdem löschen'
export const discarded = 'Verworfen.'
export const leaving = 'Abmelden löscht, was hier wartet.'
export const logOutAnyway = 'Abmelden und löschen'
