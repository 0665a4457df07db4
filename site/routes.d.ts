/** Made by the build from functions/api/table.ts: method and path of every route, by feature and handler. */
declare module 'outlay:routes' {
  type Lines = { readonly [handler: string]: readonly [method: string, path: string] }
  export const register: Lines
  export const login: Lines
  export const profile: Lines
  export const ledgers: Lines
  export const accounts: Lines
  export const statements: Lines
  export const categories: Lines
  export const payees: Lines
  export const transactions: Lines
  export const budgets: Lines
  export const insights: Lines
  export const reports: Lines
  export const mail: Lines
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
