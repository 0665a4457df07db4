// Hindi, by the names of en-outside.ts.

export const email = 'ईमेल'
export const yourName = 'आपका नाम'
export const password = 'पासवर्ड'
export const passwordHint = 'कम से कम 8 अक्षर; कुछ शब्द जिन्हें केवल आप साथ रखें।'
export const forgot = 'पासवर्ड भूल गए?'
export const openLedger = 'बहीखाता खोलें'
export const openLead = 'इसमें एक खाता और आम श्रेणियाँ पहले से होती हैं, पहली प्रविष्टि के लिए तैयार।'
export const currencyHint = 'बहीखाते की। यह बनी रहती है; किसी खाते की दूसरी हो सकती है।'
export const choose = 'एक चुनें'
export const takeAlong = 'नमूने की श्रेणियों से शुरू करें, आपके बदलावों समेत'

export const refusals = {
  'wrong-credentials': 'ईमेल और पासवर्ड एक-दूसरे से मेल नहीं खाते।',
  'not-acceptable-origin': 'Outlay का पता दूसरा है: वह जो PUBLIC_URL में है। वहाँ लॉग इन करें।',
  'weak-password': 'अनुमान लगाना बहुत आसान है: कम से कम 8 अक्षर लें, और कोई आम पासवर्ड नहीं।',
  'email-taken': 'इस ईमेल का पहले से एक खाता है। उसकी जगह लॉग इन करें।',
  'bad-email': 'यह कोई ईमेल पता नहीं है।',
} as const
