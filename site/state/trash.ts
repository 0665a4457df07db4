import type { Api } from '../api.ts'
import { allPages } from './all-pages.ts'
import { here } from './book.ts'

/** What was deleted and is not gone yet, the latest first. */
export const readTrash = (api: Api) =>
  allPages((cursor) => api.transactions.listTrash({ params: here, query: { limit: '200', cursor } }))
