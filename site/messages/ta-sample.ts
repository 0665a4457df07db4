// Tamil, by the names of en-sample.ts.

export const sample = 'இது ஒரு மாதிரி.'
export const sampleMore = 'இந்த வீட்டில் யாரும் இல்லை; எல்லாவற்றையும் முயலுங்கள். இது இந்த உலாவியில் மட்டுமே உள்ளது.'
export const leaveSample = 'மாதிரியிலிருந்து வெளியேறு'
export const notHere = 'மாதிரியில் இது இல்லை.'
