import { daysBetween } from '../../domain/day.ts'
import { fromStore, minus, sum } from '../../domain/money.ts'
import { ratio } from '../../domain/share.ts'
import type { AlertLinks, LimitAlert, Reader } from '../../ports/letters.ts'
import { limitBar, standing } from '../../scene/limit.ts'
import { clean } from '../words/clean.ts'
import { entryName, limitState } from '../words/report-words.ts'
import { type Speaker, speakerOf } from '../words/speaker.ts'
import type { Draft, Piece, TableRow } from './pieces.ts'

/** A limit has passed a threshold: how it stands, what is left for each day, and what was entered last. */
export function alertLetter(alert: LimitAlert, { locale }: Reader, links: AlertLinks): Draft {
  const speaker = speakerOf(locale)
  const { t, money, title, percent } = speaker
  const { budget, period, threshold } = alert
  const name = budget.category === undefined ? t('everything') : clean(budget.category)
  const ledger = clean(alert.ledger.name)
  const left = minus(budget.amount, budget.spent)
  const isOver = left < 0n
  const heading = isOver
    ? t('alertOver', { name })
    : left === 0n
      ? t('alertReached', { name })
      : t('alertNear', { name, percent: percent(threshold) })
  const amount = money(fromStore(isOver ? -left : left), budget.currency)
  const pieces: Piece[] = [
    { kind: 'title', text: heading },
    { kind: 'lead', text: lead(speaker, alert) },
    { kind: 'heading', text: title(period), note: budget.currency.code },
    {
      kind: 'limits',
      limits: [
        {
          name,
          state: limitState(speaker, budget),
          standing: standing(budget),
          made: `${t('spentOf', { spent: money(budget.spent, budget.currency), limit: money(budget.amount, budget.currency) })} · ${percent(Math.round(ratio(budget.spent, budget.amount) * 100))}`,
          scene: limitBar(budget),
        },
      ],
    },
    { kind: 'figures', figures: figures(speaker, alert) },
    { kind: 'button', text: t('alertButton'), url: links.limit },
    ...entries(speaker, alert),
  ]
  return {
    tag: speaker.tag,
    subject: isOver
      ? t('alertSubjectOver', { name, amount })
      : left === 0n
        ? heading
        : t('alertSubjectNear', { name, percent: percent(threshold), amount }),
    preview: lead(speaker, alert),
    about: `${t('alertKind')} · ${ledger}`,
    pieces,
    why: t('alertWhy', { ledger, percent: percent(threshold) }),
    links: [
      ...(links.unsubscribe ? [{ text: t('alertStop'), url: links.unsubscribe }] : []),
      { text: t('chooseMails'), url: links.settings },
    ],
  }
}

function lead({ t, money, day }: Speaker, { budget, period, on }: LimitAlert): string {
  const { spent, amount, currency } = budget
  const said = { spent: money(spent, currency), limit: money(amount, currency) }
  const n = daysBetween(on, period.end)
  return n === 0 ? t('alertLastDay', said) : t('alertLead', { ...said, n, day: day(period.end, 'date') })
}

function figures({ t, money, day }: Speaker, { budget, period, on }: LimitAlert) {
  const { amount, spent, pace, currency } = budget
  const left = minus(amount, spent)
  const days = daysBetween(on, period.end)
  const ahead = minus(spent, pace)
  const againstPace = {
    label: t('alertPace'),
    value:
      ahead > 0n
        ? t('alertAhead', { amount: money(ahead, currency) })
        : t('alertInHand', { amount: money(fromStore(-ahead), currency) }),
    note: '',
  }
  if (left < 0n) return [{ label: t('alertBeyond'), value: money(fromStore(-left), currency), note: '' }, againstPace]
  const aDay = days > 0 ? money(fromStore(left / BigInt(days)), currency) : ''
  return [
    {
      label: t('left'),
      value: money(left, currency),
      note: aDay && `${aDay} ${t('alertADay', { day: day(period.end, 'date') })}`,
    },
    againstPace,
  ]
}

/** The latest, what was before them, and what all of it comes to. */
function entries(speaker: Speaker, { budget, latest }: LimitAlert): readonly Piece[] {
  if (latest.length === 0) return []
  const { t, figure, day } = speaker
  const { currency, spent } = budget
  const counted = latest.map((entry) => ({
    entry,
    amount: entry.kind === 'refund' ? fromStore(-entry.amount) : entry.amount,
  }))
  const earlier = minus(spent, sum(counted.map(({ amount }) => amount)))
  const rows: TableRow[] = counted.map(({ entry, amount }) => ({
    cells: [clean(entryName(speaker, entry)) || t('noPayee'), day(entry.day), figure(amount, currency)],
  }))
  if (earlier !== 0n) rows.push({ cells: [t('alertEarlier'), '', figure(earlier, currency)] })
  rows.push({ cells: [t('total'), '', figure(spent, currency)], isTotal: true })
  return [
    { kind: 'heading', text: t('alertEntries'), note: currency.code },
    { kind: 'table', heads: [t('payee'), t('day'), t('spent')], rows },
  ]
}
