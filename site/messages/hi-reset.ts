// Hindi, by the names of en-reset.ts.

export const askLead = 'अपना ईमेल बताइए, और हम आपको नए पासवर्ड का लिंक भेजेंगे।'
export const sendLink = 'मुझे लिंक भेजें'
export const sentTitle = 'अपना ईमेल देखें'
export const sent =
  'अगर {email} से किसी का खाता है, तो वहाँ एक मेल भेजी जा रही है। उसका लिंक एक बार, आधे घंटे तक काम करता है; पुराना लिंक अब कुछ नहीं खोलता।'
export const sentMore = 'कुछ नहीं आया? स्पैम में देखें, और यह भी कि पता सही लिखा है।'
export const askAgain = 'फिर से माँगें'
export const newTitle = 'नया पासवर्ड'
export const newLead = 'इससे हर सत्र समाप्त हो जाता है: जहाँ भी आप लॉग इन थे, वहाँ से लॉग आउट हो जाएँगे।'
export const newPassword = 'नया पासवर्ड'
export const setNew = 'यह पासवर्ड रखें'
export const doneTitle = 'आपका पासवर्ड बदल गया है'
export const done = 'अब इसी से लॉग इन करें। जो पुराने पासवर्ड से लॉग इन था, वह अब नहीं है।'
export const spent = 'यह लिंक पहले इस्तेमाल हो चुका है, आधे घंटे से पुराना है, या नया लिंक भेजा गया था।'
export const askAnew = 'नया लिंक माँगें'
