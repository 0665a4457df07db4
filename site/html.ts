/** The only template tag. Its templates hold markup and no words: those come from messages/. */
export { html } from 'htm/preact'
