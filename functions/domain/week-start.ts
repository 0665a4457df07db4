/**
 * The weekday that a locale's weeks begin with, Monday 1 to Sunday 7. English without a country is spoken everywhere and
 * gets the Monday of ISO 8601, as does what the platform knows nothing of.
 */
export function firstWeekdayOf(locale: string): number {
  const asked = new Intl.Locale(locale)
  if (asked.language === 'en' && asked.region === undefined) return monday
  return firstDayIn(asked) ?? (sundayFirst.has(asked.maximize().region ?? '') ? sunday : monday)
}

const monday = 1
const sunday = 7

/** Engines have it as a method, as a property, or not at all. */
function firstDayIn(locale: Intl.Locale): number | undefined {
  const method: unknown = Reflect.get(locale, 'getWeekInfo')
  const info: unknown = typeof method === 'function' ? method.call(locale) : Reflect.get(locale, 'weekInfo')
  const day: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, 'firstDay') : undefined
  return typeof day === 'number' ? day : undefined
}

/** The most peopled of them, for engines that cannot tell. */
const sundayFirst = new Set('BD BR CA CN CO HK ID IL IN JP KE KR MX NP PE PH PK SA SG TH TW US VE ZA'.split(' '))
