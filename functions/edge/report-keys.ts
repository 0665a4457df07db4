import type { LedgerId } from '../domain/ids.ts'
import type { Ids } from '../ports/ids.ts'
import type { ObjectKey } from '../ports/objects.ts'

/** Where a report's files will lie: chosen before there are any, so that no file is ever without a row that knows it. */
export function reportKeys(
  ids: Ids,
  ledgerId: LedgerId,
): { readonly figuresKey: ObjectKey; readonly pdfKey: ObjectKey } {
  const folder = `${ledgerId}/${ids.next()}`
  return { figuresKey: `${folder}/figures.json` as ObjectKey, pdfKey: `${folder}/report.pdf` as ObjectKey }
}
