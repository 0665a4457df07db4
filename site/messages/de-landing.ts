// German, by the names of en-landing.ts.

export const everyOutlay = 'Jede Ausgabe'
export const accountedFor = 'ist verbucht.'
export const promise =
  'Schreib in fünf Sekunden auf, was du ausgibst. Wisse, was für jeden Tag bleibt. Bekomm jede Woche einen Brief darüber, mit einem PDF, das in der Ablage bleibt.'
export const lookAround = 'Mit Beispieldaten umsehen'
export const noAccount = 'Zum Umsehen brauchst du kein Konto. Das Beispiel lebt in deinem Browser und sonst nirgends.'
export const weekly = 'Wochenbericht'
export const quietWeek = 'Eine ruhige Woche: {spent} gingen hinaus, und der Monat liegt {inHand} unter dem Takt.'
export const parts = {
  home: 'Wohnen',
  food: 'Essen und Trinken',
  leisure: 'Freizeit',
  shopping: 'Einkaufen',
  health: 'Gesundheit und Pflege',
  giving: 'Geschenke und Spenden',
  transport: 'Unterwegs',
  restaurants: 'Restaurant',
}
export const spent = 'Ausgegeben'
export const oneCalculation = 'Brief, PDF und Bildschirm kommen aus einer Rechnung. Die Summen sind überall dieselben.'
export const sayIt = 'Gesagt ist gespeichert'
export const typed = '{amount} mittag samstag @karte'
export const howRead = 'Wie es gelesen wird'
export const typedFor = 'mittag'
export const typedAccount = 'Karte'
export const readAmount = 'Betrag'
export const readFor = 'Kategorie'
export const readDay = 'Tag'
export const readAccount = 'Konto'
export const sayItMore = 'Eine Taste von überall, ein Daumen auf dem Telefon. Geht auch ohne Netz.'
export const early = 'Eine Grenze, die früh spricht'
export const limitLeft = '{amount} übrig, dem Takt voraus'
export const limitSpent = '{spent} von {amount}'
export const limitDaily = '{amount} am Tag für {n, plural, one {# Tag} other {# Tage}}'
export const earlyMore =
  'Sie meldet sich bei 80 %, wieder beim Überschreiten, und jeden Tag steht da, was für ihn bleibt.'
export const aLetter = 'Ein Brief statt einer Anmeldung'
export const aLetterMore = 'Wöchentlich und monatlich, zu deiner Stunde. Jeder Bericht bleibt, wie er verschickt wurde.'
export const plainFacts = 'Klare Tatsachen'
export const licence = 'Outlay ist quelloffen, unter der Apache-Lizenz 2.0.'
export const apiDocument = 'Die API, für Programme'
export const price = 'Preis'
export const priceText =
  'Keiner. Quelloffen: betreib es selbst auf einem kleinen Rechner oder als Funktionen in einer Cloud.'
export const yourData = 'Deine Daten'
export const yourDataText = 'Nimm alles mit, lösche alles, jederzeit. Nach Bankzugängen wird nicht gefragt.'
export const others = 'Dritte'
export const othersText =
  'Diese Seite ruft niemanden sonst. Kein Tracker, kein Schriftserver, kein Cookie außer dem deiner Sitzung.'
export const everyone = 'Für alle'
export const everyoneText =
  'Geht mit Tastatur und Screenreader, hell und dunkel, ab 320 Pixeln und bei 200 % Vergrößerung.'
