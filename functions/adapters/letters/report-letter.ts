import type { Block } from '../../domain/insight.ts'
import { minus } from '../../domain/money.ts'
import type { Report } from '../../domain/report.ts'
import { moved } from '../../domain/report-moved.ts'
import { blocksToShow, budgetsIn, isEmpty } from '../../domain/report-parts.ts'
import type { Reader, ReportLinks } from '../../ports/letters.ts'
import { limitBar, standing } from '../../scene/limit.ts'
import { ringSize } from '../../scene/ring.ts'
import { cleaned } from '../words/clean.ts'
import { partsOf, ringScene } from '../words/report-scenes.ts'
import {
  commonPeriod,
  entryDay,
  entryName,
  headlines,
  kindName,
  limitName,
  limitState,
  partName,
  sentence,
  subject,
} from '../words/report-words.ts'
import { type Speaker, speakerOf } from '../words/speaker.ts'
import { barsOf } from './letter-bars.ts'
import type { Draft, Link, Piece } from './pieces.ts'

/** The report in short; all of it is in the PDF. */
export function reportLetter(given: Report, { locale }: Reader, links: ReportLinks): Draft {
  const report = cleaned(given)
  const speaker = speakerOf(locale)
  const [own, ...others] = blocksToShow(report.blocks)
  if (!own) throw new RangeError('A report has a block in the currency of its ledger.')

  const { t } = speaker
  const isQuiet = isEmpty(report)
  const pieces: Piece[] = [
    { kind: 'title', text: speaker.title(report.period) },
    { kind: 'lead', text: sentence(speaker, report, own) },
    ...(isQuiet ? [{ kind: 'note' as const, text: t('nothingToSee') }] : figures(speaker, report, own)),
    { kind: 'button', text: t('openReport'), url: links.report },
    ...(isQuiet ? [] : blockPieces(speaker, report, own)),
    ...others.flatMap((block) => otherCurrency(speaker, report, block)),
  ]
  return {
    tag: speaker.tag,
    subject: subject(speaker, report, own),
    preview: preview(speaker, report, own),
    about: `${kindName(speaker, report)} · ${report.ledger.name}`,
    pieces,
    why: t(whys[report.kind], { ledger: report.ledger.name }),
    links: footLinks(speaker, report, links),
  }
}

const whys = { weekly: 'whyWeekly', monthly: 'whyMonthly', custom: 'whyCustom' } as const

const stops = { weekly: 'stopWeekly', monthly: 'stopMonthly' } as const

/** A report that somebody asked for is none of a series that could be stopped. */
function footLinks({ t }: Speaker, { kind }: Report, { unsubscribe, settings }: ReportLinks): readonly Link[] {
  const stop = unsubscribe && kind !== 'custom' ? [{ text: t(stops[kind]), url: unsubscribe }] : []
  return [...stop, { text: t('chooseMails'), url: settings }]
}

/** What is left over, and how many limits did not hold. */
function preview(speaker: Speaker, report: Report, block: Block): string {
  const { t, money } = speaker
  const { currency, income, net, entries } = block
  if (entries === 0) return t('nothingToSee')
  const over = report.budgets.filter((budget) => standing(budget) === 'over').length
  const said = [
    ...(income > 0n ? [t('leftOverOf', { net: money(net, currency), income: money(income, currency) })] : []),
    ...(over > 0 ? [t('limitsOver', { n: over })] : []),
  ]
  return said.length > 0 ? said.join(' ') : sentence(speaker, report, block)
}

function figures(speaker: Speaker, report: Report, block: Block): readonly Piece[] {
  return [{ kind: 'figures', figures: headlines(speaker, report, block) }]
}

const mostListed = 5
const ringWidth = 112

function blockPieces(speaker: Speaker, report: Report, block: Block): readonly Piece[] {
  return [
    ...barsOf(speaker, report, block),
    ...parts(speaker, report, block, true),
    ...limits(speaker, report, block),
    ...movers(speaker, block),
    ...largest(speaker, report, block),
  ]
}

function otherCurrency(speaker: Speaker, report: Report, block: Block): readonly Piece[] {
  const name = { name: speaker.currencyName(block.currency.code), code: block.currency.code }
  return [
    { kind: 'heading', text: speaker.t('inCurrency', name) },
    { kind: 'lead', text: sentence(speaker, report, block) },
    ...figures(speaker, report, block),
    ...parts(speaker, report, block, false),
    ...limits(speaker, report, block),
  ]
}

function parts(speaker: Speaker, report: Report, block: Block, hasRing: boolean): readonly Piece[] {
  const { t, figure, percent } = speaker
  const { currency, expense } = block
  const all = partsOf(speaker, report, block)
  if (all.length === 0) return []

  const scene = ringScene(speaker, block, all)
  const [first] = all
  const alt = first?.share ? t('ringAlt', { name: first.name, share: first.share }) : ''
  const ring = { name: 'ring', scene, width: ringWidth, scale: ringWidth / ringSize, alt }
  const total = [t('total'), figure(expense, currency), all.some(({ share }) => share) ? percent(100) : '']
  return [
    { kind: 'heading', text: t('whereItWent'), note: currency.code },
    {
      kind: 'table',
      heads: [t('category'), t('spent'), t('share')],
      rows: [
        ...all.map(({ name, amount, share, role }) => ({ cells: [name, figure(amount, currency), share], role })),
        { cells: total, isTotal: true },
      ],
      ...(hasRing && scene.shapes.length > 0 && { ring }),
    },
  ]
}

function limits(speaker: Speaker, { budgets }: Report, { currency }: Block): readonly Piece[] {
  const ours = budgetsIn(budgets, currency.code)
  if (ours.length === 0) return []
  const { t, figure, title } = speaker
  const common = commonPeriod(ours)
  return [
    { kind: 'heading', text: t('limits'), note: common ? title(common) : currency.code },
    {
      kind: 'limits',
      limits: ours.map((budget) => ({
        name: limitName(speaker, budget, common !== undefined),
        state: limitState(speaker, budget),
        standing: standing(budget),
        made: t('spentOf', { spent: figure(budget.spent, currency), limit: figure(budget.amount, currency) }),
        scene: limitBar(budget),
      })),
    },
  ]
}

function movers(speaker: Speaker, block: Block): readonly Piece[] {
  const { t, figure } = speaker
  const { currency } = block
  const changes = moved(block).slice(0, mostListed)
  if (changes.length === 0) return []
  return [
    { kind: 'heading', text: t('movedMost'), note: t('againstUsual') },
    {
      kind: 'table',
      heads: [t('category'), t('usual'), t('spent'), t('change')],
      rows: changes.map(({ part, within }) => ({
        cells: [
          partName(speaker, part, within),
          figure(part.usual, currency),
          figure(part.amount, currency),
          figure(minus(part.amount, part.usual), currency, true),
        ],
      })),
    },
  ]
}

function largest(speaker: Speaker, report: Report, { currency }: Block): readonly Piece[] {
  const { t, figure } = speaker
  const spent = report.entries.filter((entry) => entry.kind === 'expense' && entry.currency.code === currency.code)
  const top = spent.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0)).slice(0, mostListed)
  if (top.length === 0) return []
  return [
    { kind: 'heading', text: t('largestExpenses'), note: currency.code },
    {
      kind: 'table',
      heads: [t('payee'), t('day'), t('spent')],
      rows: top.map((entry) => ({
        cells: [entryName(speaker, entry), entryDay(speaker, report, entry), figure(entry.amount, currency)],
      })),
    },
  ]
}
