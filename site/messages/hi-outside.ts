// Hindi, by the names of en-outside.ts.

export const openLedger = 'बहीखाता खोलें'
export const openLead = 'इसमें एक खाता और आम श्रेणियाँ पहले से होती हैं, पहली प्रविष्टि के लिए तैयार।'
export const currencyHint = 'बहीखाते की। यह बनी रहती है; किसी खाते की दूसरी हो सकती है।'
export const choose = 'एक चुनें'
export const takeAlong = 'नमूने की श्रेणियों से शुरू करें, आपके बदलावों समेत'
