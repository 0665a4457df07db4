/** The only template tag of letters. Its templates hold markup and no words. */
export { html } from 'htm/preact'
