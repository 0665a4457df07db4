/**
 * Whether a password is refused (NIST SP 800-63B): length counts and character classes do not. 8 to 200 characters after
 * NFC; not the email or a part of it, nor one of those that everybody tries first.
 */
export function isWeak(password: string, normalEmail: string): boolean {
  const text = password.normalize('NFC')
  const length = [...text].length
  return length < 8 || length > 200 || isGuess(text.toLowerCase().replace(/\s+/g, ''), normalEmail)
}

function isGuess(text: string, normalEmail: string): boolean {
  const [name] = normalEmail.split('@')
  return (
    text === normalEmail ||
    text === name ||
    new Set(text).size < 3 ||
    isRun(text) ||
    common.has(text.replace(/\W+$/, ''))
  )
}

/** "12345678", "abcdefgh", "87654321": each character next to the one before it. */
function isRun(text: string): boolean {
  const steps = new Set([...text].map((_, i) => (i === 0 ? 0 : text.charCodeAt(i) - text.charCodeAt(i - 1))).slice(1))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** Those of at least eight characters that lead the published lists of leaked passwords, and this program's own name. */
const common: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword passwort passwort1 passwort123
  1234567890 0123456789 0987654321 123123123 1234512345 12341234 11223344 112233445566 123456780 123456987 147258369
  741852963 789456123 987654321 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx zaq1zaq1 qazwsxedc q1w2e3r4
  q1w2e3r4t5 qwer1234 qwert123 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop qwertz123 qwertzui qwertzuiop
  asdfasdf asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 a1b2c3d4 aa123456 a1234567 a12345678 abc12345 abcd1234
  abcdefg1 abc123456 aaa111222 123456abc 1234qwer 123qweasd iloveyou iloveyou1 iloveyou2 loveyou1 sunshine sunshine1
  princess princess1 football football1 baseball baseball1 basketball superman superman1 spiderman starwars pokemon1
  pokemon123 charlie1 michelle jennifer jonathan samantha alexander computer computer1 internet internet1 whatever
  trustno1 changeme changeme1 letmein1 letmein123 welcome1 welcome123 willkommen hallo123 schatz123 hello123 helloworld
  monkey123 dragon123 master123 shadow123 michael1 jordan23 liverpool liverpool1 chelsea1 arsenal1 barcelona
  testtest test1234 testing1 testing123 admin123 admin1234 administrator root1234 user1234 guest123 secret123
  default1 login123 access14 samsung1 google123 facebook facebook1 myspace1 blink182 corvette mercedes maverick
  midnight cheese123 chocolate butterfly hahaha123 november december september
  outlay123 outlay1234 expenses expenses1 expensetracker budget123
`
    .trim()
    .split(/\s+/),
)
