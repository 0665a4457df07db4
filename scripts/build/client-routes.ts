import { table } from '../../functions/api/table.ts'
import type { RouteLines } from '../../site/api.ts'

/** What the site's client needs of the route table at run time: method and path. The shapes stay on the server. */
export const clientRoutes: RouteLines = Object.fromEntries(
  Object.entries(table).map(([feature, routes]) => [
    feature,
    Object.fromEntries(Object.entries(routes).map(([handler, { method, path }]) => [handler, `${method} ${path}`])),
  ]),
)
