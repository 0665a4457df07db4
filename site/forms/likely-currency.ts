const withEuro = 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA'.split(' ')

/** ISO 4217 begins a currency's code with the country's. */
const others =
  'AUD BRL CAD CHF CLP CNY CZK DKK GBP HKD HUF IDR ILS INR ISK JPY KRW MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY TWD UAH USD VND ZAR'.split(
    ' ',
  )

/** The code that people of this locale's country pay with, where the locale names a country whose currency is known. */
export function likelyCurrency(locale: string): string | undefined {
  const { region } = new Intl.Locale(locale)
  if (region === undefined) return undefined
  return withEuro.includes(region) ? 'EUR' : others.find((code) => code.startsWith(region))
}
