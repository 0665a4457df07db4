import { formatReport } from '../../functions/domain/report-file.ts'
import type { Letters } from '../../functions/ports/letters.ts'
import type { Sheets } from '../../functions/ports/sheets.ts'

// What is drawn and written is tested where it is done; where thousands of reports are made, these say what they are of.

export const quickSheets: Sheets = {
  pdf: async (report) => new TextEncoder().encode(`%PDF ${formatReport(report)}`),
}

export const quickLetters: Letters = {
  report: async ({ kind, period }, reader, links) => ({
    subject: `${kind} ${period.start} ${period.end}`,
    html: `<p>${reader.name}: <a href="${links.report}">report</a>`,
    text: [links.report, links.settings, links.unsubscribe ?? ''].join('\n'),
    pictures: [],
  }),
  verification: async (_, link) => ({ subject: 'Verify', html: `<a href="${link}">`, text: link, pictures: [] }),
  reset: async (_, link) => ({ subject: 'Reset', html: `<a href="${link}">`, text: link, pictures: [] }),
  alert: async (_, __, links) => ({
    subject: 'Alert',
    html: `<a href="${links.limit}">`,
    text: links.limit,
    pictures: [],
  }),
}
