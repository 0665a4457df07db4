import type { Block } from '../../domain/insight.ts'
import type { Report } from '../../domain/report.ts'
import { dayLabel, daysOf, daysScene, hasTrend, trendScene, usualSpending } from '../words/report-scenes.ts'
import { trendHeading, unitBefore } from '../words/report-words.ts'
import type { Speaker } from '../words/speaker.ts'
import type { Piece } from './pieces.ts'

const width = 536

/** The days of a short period; of a longer one how it compares with those before it. */
export function barsOf(speaker: Speaker, report: Report, block: Block): readonly Piece[] {
  const days = daysOf(block, report.period)
  if (days.length > 0) return dayBars(speaker, block, days)
  return hasTrend(block) ? trendBars(speaker, report, block) : []
}

function dayBars(speaker: Speaker, block: Block, days: ReturnType<typeof daysOf>): readonly Piece[] {
  const { t, figure, day: name } = speaker
  const scene = daysScene(speaker, block, days, false)
  const most = days.reduce((best, one) => (one.spent > best.spent ? one : best))
  return [
    { kind: 'heading', text: t('dayByDay'), note: block.currency.code },
    {
      kind: 'bars',
      picture: { name: 'days', scene, width, scale: 0.8, alt: scene.sentence },
      isAboutLast: false,
      labels: days.map((one) => dayLabel(speaker, one, days.length)),
      caption: t('mostOn', { day: name(most.day, 'weekdayAndDay'), amount: figure(most.spent, block.currency) }),
    },
  ]
}

function trendBars(speaker: Speaker, report: Report, block: Block): readonly Piece[] {
  const { t, figure, label } = speaker
  const scene = trendScene(speaker, block, 0)
  const usual = usualSpending(block)
  const labels = block.trend.map(label)
  return [
    { kind: 'heading', text: trendHeading(speaker, report), note: block.currency.code },
    {
      kind: 'bars',
      picture: { name: 'trend', scene, width, scale: 0.66, alt: scene.sentence },
      isAboutLast: true,
      // only names of months are short enough to stand under every bar
      labels: unitBefore(report) === 'month' ? labels : [labels[0] ?? '', labels.at(-1) ?? ''],
      caption: usual === undefined ? t('captionTrend') : t('captionUsual', { amount: figure(usual, block.currency) }),
    },
  ]
}
