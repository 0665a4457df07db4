// Tamil, by the names of en-landing.ts.

export const everyOutlay = 'ஒவ்வொரு செலவுக்கும்'
export const accountedFor = 'கணக்கு உண்டு.'
export const promise =
  'செலவழிப்பதை ஐந்து நொடியில் எழுதுங்கள். ஒவ்வொரு நாளுக்கும் எவ்வளவு மீதம் என்று அறியுங்கள். வாரந்தோறும் அதைப் பற்றி ஒரு கடிதம், கோப்பில் நிற்கும் PDF உடன்.'
export const lookAround = 'மாதிரித் தரவுடன் பாருங்கள்'
export const noAccount = 'பார்க்கக் கணக்கு தேவையில்லை. மாதிரி உங்கள் உலாவியில் மட்டுமே உள்ளது.'
export const weekly = 'வார அறிக்கை'
export const quietWeek = 'அமைதியான வாரம்: {spent} செலவானது, மாதம் வேகத்தை விட {inHand} குறைவு.'
export const parts = {
  home: 'வீடு',
  food: 'உணவு',
  leisure: 'பொழுதுபோக்கு',
  shopping: 'கடைச்செலவு',
  health: 'உடல்நலம்',
  giving: 'பரிசும் நன்கொடையும்',
  transport: 'பயணம்',
  restaurants: 'உணவகம்',
}
export const spent = 'செலவானது'
export const oneCalculation = 'கடிதம், PDF, திரை எல்லாம் ஒரே கணக்கிலிருந்து வருகின்றன. கூட்டுத்தொகை எங்கும் ஒன்றே.'
export const sayIt = 'சொன்னால் போதும், பதிவாகும்'
export const typed = '{amount} lunch saturday @card'
export const howRead = 'அது எப்படிப் படிக்கப்படுகிறது'
export const typedFor = 'lunch'
export const typedAccount = 'அட்டை'
export const readAmount = 'தொகை'
export const readFor = 'வகை'
export const readDay = 'நாள்'
export const readAccount = 'கணக்கு'
export const sayItMore = 'எங்கிருந்தும் ஒரு விசை, கைபேசியில் ஒரு கட்டைவிரல். இணையம் இல்லாமலும் இயங்கும்.'
export const early = 'முன்கூட்டியே பேசும் வரம்பு'
export const limitLeft = '{amount} மீதம், வேகத்துக்கு முன்னால்'
export const limitSpent = '{amount} இல் {spent}'
export const limitDaily = '{n, plural, one {# நாளுக்கு} other {# நாட்களுக்கு}} தினம் {amount}'
export const earlyMore = '80 % இல் சொல்லும், தாண்டும்போது மீண்டும், அந்த நாளுக்கு எவ்வளவு மீதம் என்று தினமும் சொல்லும்.'
export const aLetter = 'உள்நுழைவு அல்ல, ஒரு கடிதம்'
export const aLetterMore = 'வாரமும் மாதமும், உங்கள் நேரத்தில். ஒவ்வொரு அறிக்கையும் அனுப்பியபடியே வைக்கப்படும்.'
export const plainFacts = 'வெளிப்படையான உண்மைகள்'
export const licence = 'Outlay திறந்த மூலம், Apache உரிமம் 2.0.'
export const apiDocument = 'நிரல்களுக்கான API'
export const price = 'விலை'
export const priceText = 'இல்லை. திறந்த மூலம்: ஒரு சிறிய கணினியில் நீங்களே இயக்கலாம், அல்லது மேகத்தில் செயல்பாடுகளாக.'
export const yourData = 'உங்கள் தரவு'
export const yourDataText = 'எப்போது வேண்டுமானாலும் எல்லாவற்றையும் எடுத்துச் செல்லலாம், அழிக்கலாம். வங்கி உள்நுழைவு கேட்கப்படாது.'
export const others = 'பிறர்'
export const othersText =
  'இந்தத் தளம் வேறு யாரையும் அழைக்காது. கண்காணிப்பு இல்லை, எழுத்துரு சேவையகம் இல்லை, உங்கள் அமர்வைத் தவிர குக்கி இல்லை.'
export const everyone = 'எல்லோருக்கும்'
export const everyoneText = 'விசைப்பலகை, திரைவாசிப்பான், வெளிர், அடர் நிறங்கள், 320 பிக்சல் முதல், 200 % பெரிதாக்கத்திலும் இயங்கும்.'
