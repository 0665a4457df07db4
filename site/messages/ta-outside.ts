// Tamil, by the names of en-outside.ts.

export const email = 'மின்னஞ்சல்'
export const yourName = 'உங்கள் பெயர்'
export const password = 'கடவுச்சொல்'
export const passwordHint = 'குறைந்தது 8 எழுத்துகள்; நீங்கள் மட்டுமே சேர்க்கும் சில சொற்கள்.'
export const forgot = 'கடவுச்சொல் மறந்துவிட்டதா?'
export const openLedger = 'கணக்கேடு திற'
export const openLead = 'ஒரு கணக்கும் வழக்கமான வகைகளும் இருக்கும், முதல் பதிவுக்குத் தயார்.'
export const currencyHint = 'கணக்கேட்டின் நாணயம். அது மாறாது; ஒரு கணக்குக்கு வேறு இருக்கலாம்.'
export const choose = 'ஒன்றைத் தேர்ந்தெடு'
export const takeAlong = 'மாதிரியின் வகைகளோடு தொடங்கு, உங்கள் மாற்றங்களுடன்'

export const refusals = {
  'wrong-credentials': 'மின்னஞ்சலும் கடவுச்சொல்லும் பொருந்தவில்லை.',
  'not-acceptable-origin': 'Outlay வேறு முகவரியில் உள்ளது: PUBLIC_URL கூறும் முகவரியில் உள்நுழையுங்கள்.',
  'weak-password': 'ஊகிப்பது மிக எளிது: குறைந்தது 8 எழுத்துகள் எடுங்கள்; பொதுவான கடவுச்சொல் வேண்டாம்.',
  'email-taken': 'இந்த மின்னஞ்சலில் ஏற்கெனவே ஒரு கணக்கு உள்ளது. அதில் உள்நுழையுங்கள்.',
  'bad-email': 'இது மின்னஞ்சல் முகவரி அல்ல.',
} as const
