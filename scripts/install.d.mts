export const root: string
export function ensure(how: { readonly dev: boolean; readonly folder?: string }): void
export function checkNode(version: string): void
export function sentence(message: string): Error
export function complain(error: unknown): void
