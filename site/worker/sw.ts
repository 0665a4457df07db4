import { files, version } from 'outlay:shell'

/** The part of a service worker's world that is used here: the compiler knows that of pages only. */
interface World {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(name: 'fetch', hear: (event: Lasting & Fetching) => void): void
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const world = globalThis as unknown as World
const { scope } = world.registration
const prefix = 'outlay-'
const shell = `${prefix}${version}`
/** Milliseconds after which a slow network is treated as none. */
const patience = 3_000

// a new version waits until no page of the old one is open: no page misses a part that it has yet to load
world.addEventListener('install', (event) => event.waitUntil(install()))
world.addEventListener('activate', (event) => event.waitUntil(activate()))
world.addEventListener('fetch', (event) => {
  const { request } = event
  const path = request.url.startsWith(scope) ? request.url.slice(scope.length) : undefined
  // what is somebody's own never comes here: the page keeps that by itself, and forgets it
  if (request.method !== 'GET' || path === undefined || path.startsWith('v1/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (path.startsWith('assets/')) event.respondWith(asset(request))
  else if (files.includes(path)) event.respondWith(networkFirst(request, request.url))
})

async function install(): Promise<void> {
  const cache = await caches.open(shell)
  await cache.addAll(['', ...files].map((path) => new Request(scope + path, { cache: 'no-cache' })))
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== shell)
  await Promise.all(old.map((name) => caches.delete(name)))
  await world.clients.claim()
}

/** Every address of the site is one page; it is asked for anew, and kept for when nobody answers. */
function page(request: Request): Promise<Response> {
  return networkFirst(request, scope)
}

async function networkFirst(request: Request, kept: string): Promise<Response> {
  const asking = fetch(request)
  asking.catch(() => {})
  const answer = await Promise.race([asking, late()]).catch(() => undefined)
  if (answer?.ok) return answer
  return (await caches.match(kept)) ?? answer ?? asking
}

function late(): Promise<undefined> {
  return new Promise((over) => setTimeout(over, patience))
}

/** Its name changes with its bytes: what is kept is right. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(shell)).put(request, answer.clone())
  return answer
}
