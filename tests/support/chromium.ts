import { programPath } from './programs.ts'

/** Where this machine's Chromium is, if it has one. */
export function chromiumPath(): string | undefined {
  return programPath('chromium', 'chromium-browser', 'google-chrome')
}
