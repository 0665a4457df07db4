/** The site's files; a module that exists only in a build. */
declare module 'outlay:site' {
  const files: import('./site-files.ts').SiteFiles
  export = files
}
