import { iconOf } from './icon.ts'

/** What is deleted, and where it lies then. */
export const bin = () => iconOf('M5 7h14M9 7V4h6v3m-8 0 1 13h8l1-13')
