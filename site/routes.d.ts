/** Made by the build from functions/api/table.ts: method and path of every route, by feature and handler. */
declare module 'outlay:routes' {
  export const routes: import('./api.ts').RouteLines
}

/** Made by the build from site/messages: every language beside English, by the names of the files of messages. */
declare module 'outlay:languages' {
  export const languages: import('./messages/languages.ts').Catalogues
}

/** Made by the build: what the service worker keeps, by paths below its scope, and a name that changes with it. */
declare module 'outlay:shell' {
  export const files: readonly string[]
  export const version: string
}
