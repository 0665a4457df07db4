import { feature, route } from './route.ts'

const page = { method: 'GET', who: 'anyone', answers: { 200: 'text/html', 304: 'empty' }, refusals: [] } as const

/** What the gateway sends to the `site` action: the page, its parts, and the addresses that the page makes up itself. */
export const site = feature({
  getHome: route({ ...page, path: '/', summary: 'The page' }),
  getPage: route({ ...page, path: '/{page}', summary: 'The page at an address of its own, or a file' }),
  getPart: route({ ...page, path: '/{page}/{part}', summary: 'As getPage, one level deeper' }),
})
