import type { Letters } from '../../ports/letters.ts'

/** Stands in until letters are written. */
export function plainLetters(): Letters {
  return {
    report: async (report, reader, links) => ({
      subject: `Report ${report.period.start} to ${report.period.end}`,
      html: `<p>${reader.name}: <a href="${links.report}">report</a>`,
      text: `${links.report}\n${links.unsubscribe ?? ''}`,
      pictures: [],
    }),
    verification: async (_, link) => ({ subject: 'Verify', html: `<a href="${link}">`, text: link, pictures: [] }),
  }
}
