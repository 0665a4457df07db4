// Hindi, by the names of en-landing.ts.

export const everyOutlay = 'हर खर्च का'
export const accountedFor = 'पूरा हिसाब।'
export const promise =
  'जो खर्च करें, पाँच सेकंड में लिख लें। जानें कि हर दिन के लिए कितना बचा है। हर हफ़्ते उसका पत्र पाएँ, एक PDF के साथ जो सँभालकर रखी जाती है।'
export const lookAround = 'नमूना आँकड़ों के साथ देखें'
export const noAccount = 'देखने के लिए खाता नहीं चाहिए। नमूना आपके ब्राउज़र में रहता है, और कहीं नहीं।'
export const weekly = 'साप्ताहिक रिपोर्ट'
export const quietWeek = 'एक शांत हफ़्ता: {spent} खर्च हुए, और महीना चाल से {inHand} नीचे है।'
export const parts = {
  home: 'घर',
  food: 'खाना-पीना',
  leisure: 'फ़ुरसत',
  shopping: 'खरीदारी',
  health: 'सेहत और देखभाल',
  giving: 'उपहार और दान',
  transport: 'आना-जाना',
  restaurants: 'रेस्तराँ',
}
export const spent = 'खर्च हुआ'
export const oneCalculation = 'पत्र, PDF और स्क्रीन एक ही गणना से बनते हैं। जोड़ हर जगह एक ही हैं।'
export const sayIt = 'कहा, और दर्ज हो गया'
export const typed = '{amount} lunch saturday @card'
export const howRead = 'इसे कैसे पढ़ा जाता है'
export const typedFor = 'lunch'
export const typedAccount = 'कार्ड'
export const readAmount = 'राशि'
export const readFor = 'श्रेणी'
export const readDay = 'दिन'
export const readAccount = 'खाता'
export const sayItMore = 'कहीं से भी एक कुंजी, फ़ोन पर एक अँगूठा। नेटवर्क के बिना भी चलता है।'
export const early = 'सीमा जो समय रहते बोलती है'
export const limitLeft = '{amount} बाकी, चाल से आगे'
export const limitSpent = '{amount} में से {spent}'
export const limitDaily = '{n, plural, one {# दिन} other {# दिन}} के लिए प्रतिदिन {amount}'
export const earlyMore = '80 % पर बताती है, पार होने पर फिर, और हर दिन यह कि उस दिन के लिए कितना बचा है।'
export const aLetter = 'लॉग इन नहीं, एक पत्र'
export const aLetterMore = 'हर हफ़्ते और हर महीने, आपके समय पर। हर रिपोर्ट वैसी ही रखी जाती है जैसी भेजी गई थी।'
export const plainFacts = 'सीधी बातें'
export const licence = 'Outlay ओपन सोर्स है, Apache लाइसेंस 2.0 के तहत।'
export const apiDocument = 'प्रोग्रामों के लिए API'
export const price = 'कीमत'
export const priceText = 'कुछ नहीं। ओपन सोर्स: इसे किसी छोटी मशीन पर खुद चलाएँ, या क्लाउड में फ़ंक्शन के रूप में।'
export const yourData = 'आपके आँकड़े'
export const yourDataText = 'जब चाहें सब ले जाएँ, सब मिटा दें। बैंक का लॉग इन नहीं माँगा जाता।'
export const others = 'अन्य पक्ष'
export const othersText = 'यह साइट किसी और से बात नहीं करती। न ट्रैकर, न फ़ॉन्ट सर्वर, न आपके सत्र के सिवा कोई कुकी।'
export const everyone = 'सबके लिए'
export const everyoneText = 'कीबोर्ड और स्क्रीन रीडर से, उजले और गहरे रंग में, 320 पिक्सेल से और 200 % ज़ूम पर चलती है।'
