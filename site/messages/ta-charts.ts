// Tamil, by the names of en-charts.ts.

export const nothingSpent = 'இந்தக் காலத்தில் எதுவும் செலவாகவில்லை.'
export const percent = 'சதவீதம்'
export const share = 'பங்கு'
export const trendCaption = 'காலவாரியாக வரவு, செலவு, மிச்சம், {currency}'
export const trendSentence =
  '{n, plural, one {# காலத்தின்} other {# காலங்களின்}} வரவு, செலவு, மிச்சம். கடைசி {title}: வரவு {income}, செலவு {expense}, மிச்சம் {net} {currency}.'
export const twelve = 'பன்னிரண்டு காலங்கள்'
export const whereItWent = 'எங்கே போனது'

export const latest = 'அண்மையில்'
export const allEntries = 'எல்லாப் பதிவுகளும்'
export const together = 'மொத்தம்'
