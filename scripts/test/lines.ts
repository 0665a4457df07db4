import type { LeftOut, Report } from './report.ts'

/** All that is worth reading about a file that failed. */
export function failureText({ file, printed, errors, trouble }: Report): string {
  const parts = [`FAILED ${file}`, printed.trimEnd(), errors.trimEnd(), trouble && `  ${trouble}`]
  return `${parts.filter(Boolean).join('\n')}\n`
}

/** One line for a file, or for several that ran together. */
export function summaryLine(name: string, reports: readonly Report[], seconds: number): string {
  const counts = [`${total(reports, 'passed')} passed`]
  if (total(reports, 'failed') > 0) counts.push(`${total(reports, 'failed')} failed`)
  if (total(reports, 'skipped') > 0) counts.push(`${total(reports, 'skipped')} skipped`)
  return `${name}  ${counts.join(', ')}  ${seconds.toFixed(1)} s`
}

export function skippedLines(reports: readonly Report[]): readonly string[] {
  return reports.filter(({ skipped }) => skipped > 0).map(({ file, skipped }) => `skipped: ${skipped} in ${file}`)
}

export function leftOutLine({ what, why }: LeftOut): string {
  return `left out: ${what} (${why})`
}

export function total(reports: readonly Report[], of: 'passed' | 'failed' | 'skipped'): number {
  return reports.reduce((sum, report) => sum + report[of], 0)
}
