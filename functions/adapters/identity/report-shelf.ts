import { type Kysely, sql } from 'kysely'
import type { ReportId } from '../../domain/ids.ts'
import type { ObjectKey } from '../../ports/objects.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import { isDuplicate } from '../sql/errors.ts'
import { settled, unseen } from '../sql/settle.ts'
import { isSaidBy } from './is-said-by.ts'
import { inOrder, lease, takeOver } from './leases.ts'
import { plannedRow, reportFrom, stepRow } from './report-rows.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

export function sqlReportShelf(db: Kysely<IdentityTables>): ReportShelf {
  const all = () => db.selectFrom('reports').selectAll()
  const byId = (id: string) => all().where('id', '=', id).executeTakeFirst()

  return {
    async add(report, owner, untilMs) {
      for (;;) {
        const known = await byId(report.id)
        if (known) return { report: reportFrom(known), isNew: false }
        const planned = () =>
          whole(db, async (trx) => {
            const row = await plannedRow(trx, report, owner, untilMs)
            await trx.insertInto('reports').values(row).execute()
          })
        try {
          await settled(planned, async () => ((await byId(report.id)) ? null : undefined))
        } catch (error) {
          // somebody else has just made this very one, or the edition before it
          if (isDuplicate(error)) continue
          throw error
        }
        const added = await byId(report.id)
        if (added) return { report: reportFrom(added), isNew: true }
      }
    },

    async list(userId, ledgerId, ends) {
      const rows = await all()
        .where('user_id', '=', userId)
        .where('ledger_id', '=', ledgerId)
        .where('period_end', '>=', ends.start)
        .where('period_end', '<=', ends.end)
        .orderBy('period_end', 'desc')
        .orderBy('period_start', 'desc')
        .orderBy('edition', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(reportFrom)
    },

    async years(userId, ledgerId) {
      const rows = await db
        .selectFrom('reports')
        .select(sql<string>`substr(period_end, 1, 4)`.as('ends'))
        .distinct()
        .where('user_id', '=', userId)
        .where('ledger_id', '=', ledgerId)
        .execute()
      return rows.map(({ ends }) => Number(ends)).sort((a, b) => b - a)
    },

    async find(userId, ledgerId, id) {
      const row = await all()
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .where('ledger_id', '=', ledgerId)
        .executeTakeFirst()
      return row && reportFrom(row)
    },

    async editions(userId, ledgerId, kind, period) {
      const rows = await all()
        .where('user_id', '=', userId)
        .where('ledger_id', '=', ledgerId)
        .where('kind', '=', kind)
        .where('period_start', '=', period.start)
        .where('period_end', '=', period.end)
        .orderBy('edition', 'desc')
        .execute()
      return rows.map(reportFrom)
    },

    async lease(owner, now, untilMs, limit) {
      return (await lease(db, 'reports', owner, now, untilMs, limit)) as ReportId[]
    },

    async takeOver(ids, owner, runner) {
      const ours = await takeOver(db, 'reports', ids, owner, runner)
      if (ours.length === 0) return []
      return inOrder(ids, await all().where('id', 'in', ours).execute()).map(reportFrom)
    },

    async step(id, runner, step) {
      const row = stepRow(step)
      const stepped = async () => {
        const { numUpdatedRows } = await db
          .updateTable('reports')
          .set(row)
          .where('id', '=', id)
          .where('lease_owner', '=', runner)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      return settled(stepped, async () => isSaidBy(row, await byId(id)))
    },

    async mailAgain(userId, id, owner, untilMs) {
      const row = {
        state: 'stored',
        wants_mail: 2,
        mail_id: null,
        trouble: null,
        sent_ms: null,
        due_ms: untilMs,
        lease_owner: owner,
        attempts: 1,
      } as const
      const asked = async () => {
        const { numUpdatedRows } = await db
          .updateTable('reports')
          .set(row)
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .where('due_ms', 'is', null)
          .where('pdf_sha256', 'is not', null)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      return settled(asked, async () => isSaidBy(row, await byId(id)))
    },

    async settle(mailId, word) {
      const ofMail = db.updateTable('reports').where('mail_id', '=', mailId)
      const write = async () => {
        if (word.was === 'refused') {
          const refused = stepRow({ state: 'failed', trouble: 'refused' })
          await ofMail.set(refused).where('state', 'in', ['sending', 'sent', 'failed']).execute()
        } else {
          const sent = stepRow({ state: 'sent', sentMs: word.at })
          await ofMail.set(sent).where('state', '=', 'sending').execute()
          await ofMail.set(sent).where('state', '=', 'failed').where('trouble', '=', 'outcome-unknown').execute()
        }
      }
      await settled(write, unseen)
      const row = await all().where('mail_id', '=', mailId).executeTakeFirst()
      return row && reportFrom(row)
    },

    async keys(userId) {
      const rows = await db
        .selectFrom('reports')
        .select(['figures_key', 'pdf_key'])
        .where('user_id', '=', userId)
        .execute()
      return rows.flatMap(({ figures_key, pdf_key }) => [figures_key as ObjectKey, pdf_key as ObjectKey])
    },
  }
}
