import type { mail as routes } from '../../api/mail.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { unsubscribePage } from '../../edge/mail-links.ts'

/** Whether the token is good the page finds out once somebody presses: programs that look ahead open addresses, too. */
export const openUnsubscribe: Handler<typeof routes.openUnsubscribe, { readonly publicUrl: string }> = async (
  { publicUrl },
  _,
  { params },
) => ok({ status: 303, body: undefined, headers: { location: unsubscribePage(publicUrl, params.token) } })
