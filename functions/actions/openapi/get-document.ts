import type { openapi } from '../../api/document.ts'
import { table } from '../../api/table.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { documentOf } from './document.ts'

type Needs = { readonly publicUrl: string }

export const getDocument: Handler<typeof openapi.getDocument, Needs> = async ({ publicUrl }) => {
  kept ??= documentOf(table, publicUrl)
  return ok({ status: 200, body: kept })
}

/** The same for everybody, and made of nothing that changes while the process runs. */
let kept: ReturnType<typeof documentOf> | undefined
