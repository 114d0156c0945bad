import { accentsOf } from '@/lib/settings/model'

type Props = { headline: string; section: string; siteName: string; accent: string }

const SIZES = [[45, 92], [75, 76], [110, 62], [160, 50]] as const
const SMALLEST = 40
const LONGEST = 220

/** The front of a paper in one picture: name, section and headline. Set by satori, which knows inline styles and flex boxes. */
export function SharedPicture({ headline, section, siteName, accent }: Props) {
  const words = headline.length > LONGEST ? `${headline.slice(0, LONGEST).trimEnd()} …` : headline
  const fontSize = SIZES.find(([longest]) => words.length <= longest)?.[1] ?? SMALLEST
  return (
    <div lang="sv" style={{ display: 'flex', flexDirection: 'column', boxSizing: 'border-box', width: '100%', height: '100%', padding: '56px 72px', background: '#fffdf9', color: '#14120f', fontFamily: 'Sans, Sans More' }}>
      <div style={{ display: 'flex', borderBottom: '6px solid #14120f', paddingBottom: 20, fontSize: 44, letterSpacing: '-0.035em' }}>{siteName}</div>
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
        <div style={{ display: 'flex', marginBottom: 16, color: accentsOf(accent).light, fontSize: 32 }}>{section}</div>
        <div style={{ display: 'flex', fontSize, lineHeight: 1.06, letterSpacing: '-0.02em', textWrap: 'balance', wordBreak: 'break-word' }}>{words}</div>
      </div>
    </div>
  )
}
