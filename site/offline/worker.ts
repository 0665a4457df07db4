/** The page of the site and its parts, kept for when there is no network. Where a browser has no such thing, all goes on. */
export async function installWorker(): Promise<void> {
  await navigator.serviceWorker?.register(trusted('sw.js'), { updateViaCache: 'none' }).catch(() => {})
}

interface Policies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (text: string) => string },
  ): { createScriptURL(text: string): string }
}

let policy: ReturnType<Policies['createPolicy']> | undefined

/** Browsers that know Trusted Types take no text for the address of a script: only this one address is given out. */
function trusted(name: string): string {
  const policies: Policies | undefined = Reflect.get(globalThis, 'trustedTypes')
  const address = new URL(name, document.baseURI).href
  policy ??= policies?.createPolicy('outlay-worker', { createScriptURL: () => address })
  return policy?.createScriptURL(address) ?? address
}
