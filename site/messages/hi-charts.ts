// Hindi, by the names of en-charts.ts.

export const nothingSpent = 'इस अवधि में कुछ खर्च नहीं हुआ।'
export const percent = 'प्रतिशत'
export const share = 'हिस्सा'
export const trendCaption = 'अवधि के अनुसार आय, खर्च और शेष, {currency}'
export const trendSentence =
  '{n, plural, one {# अवधि} other {# अवधियों}} की आय, खर्च और शेष। आखिरी {title} है: आय {income}, खर्च {expense}, शेष {net} {currency}।'
export const twelve = 'बारह अवधियाँ'
export const whereItWent = 'कहाँ गया'

export const latest = 'ताज़ा'
export const allEntries = 'सभी प्रविष्टियाँ'
export const together = 'कुल'
