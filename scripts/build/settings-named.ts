import * as settings from '../../functions/settings.ts'

/** The names of the settings that this bundle carries, and so reads: what an action has to be given. */
export function settingsNamed(bundle: string): readonly string[] {
  const isCarried = (name: string) => ['"', "'", '`'].some((quote) => bundle.includes(quote + name + quote))
  return Object.values(settings)
    .map(({ name }) => name)
    .filter(isCarried)
    .sort()
}
