// What the plugin sees of the deploy tool (osls 3) and of serverless-openwhisk, as far as it looks.

export interface Tool {
  /** serverless.yml with its variables filled in, as somebody wrote it. */
  readonly configurationInput: unknown
  readonly service: Service
  readonly serviceDir: string
  readonly classes: { readonly Error: new (message: string) => Error }
  readonly cli: { log(line: string): void }
  getProvider(name: 'openwhisk'): Provider
}

export interface Service {
  readonly provider: { readonly runtime?: string; readonly stage?: string }
  readonly functions: { readonly [name: string]: FunctionEntry }
  readonly resources?: { readonly triggers?: { readonly [name: string]: { readonly feed?: string } } }
  /** These are made while packaging. */
  readonly actions?: { readonly [name: string]: CompiledAction }
  readonly triggers?: { readonly [name: string]: { readonly feed?: Feed } }
  readonly rules?: { readonly [name: string]: unknown }
  readonly apigw?: { readonly swagger?: Swagger }
}

export interface FunctionEntry {
  readonly name?: string
  readonly handler?: string
  readonly package?: { readonly artifact?: string }
  readonly annotations?: { readonly [name: string]: unknown }
}

export interface Pair {
  readonly key: string
  value?: unknown
}

export interface CompiledAction {
  readonly actionName: string
  readonly action: {
    readonly exec: { readonly kind: string; readonly main: string; readonly code: string }
    readonly limits: { readonly [name: string]: number }
    readonly parameters: Pair[]
    readonly annotations: readonly Pair[]
  }
}

/** A trigger that somebody else's action fires: the alarms package. */
export interface Feed {
  /** `/<namespace>/<name>` */
  readonly trigger: string
  readonly feedName: string
  readonly namespace: string
  readonly params: { readonly [name: string]: unknown }
}

export interface Swagger {
  readonly basePath: string
  readonly paths: {
    readonly [path: string]: {
      readonly [method: string]: { readonly 'x-openwhisk': { url: string; namespace: string } }
    }
  }
  readonly 'x-ibm-configuration': {
    readonly assembly: {
      readonly execute: readonly { readonly 'operation-switch': { readonly case: readonly Case[] } }[]
    }
  }
}

export interface Case {
  execute: Step[]
}

export interface Step {
  readonly 'set-variable'?: { readonly actions: readonly { readonly value?: unknown }[] }
  readonly invoke?: { 'target-url': string }
}

export interface Provider {
  props(): Promise<{ readonly apihost?: string; readonly auth?: string; readonly namespace?: string }>
  client(): Promise<OpenWhisk>
}

/** The part of the `openwhisk` client that is used here. Refusals are thrown with a `statusCode`. */
export interface OpenWhisk {
  readonly actions: Kind<{ readonly name: string }, Deployed>
  readonly packages: Kind<{ readonly name: string }, Package>
  readonly triggers: Kind<{ readonly name: string }, { readonly name: string }>
  readonly rules: Kind<{ readonly name: string }, Rule>
  readonly feeds: {
    create(feed: Feed): Promise<unknown>
    delete(feed: Omit<Feed, 'params'>): Promise<unknown>
    get(feed: Omit<Feed, 'params'>): Promise<{ readonly response?: { readonly result?: unknown } }>
  }
  readonly routes: {
    get(of: { readonly basepath: string }): Promise<{ readonly apis: readonly { readonly value: Api }[] }>
    delete(of: { readonly basepath: string }): Promise<unknown>
  }
}

interface Kind<Name, Read> {
  get(of: Name): Promise<Read>
  list(of?: { readonly limit: number; readonly skip: number }): Promise<readonly { readonly name: string }[]>
  delete(of: Name): Promise<unknown>
}

export interface Deployed {
  readonly exec: { readonly kind: string; readonly main?: string }
  readonly annotations: readonly Pair[]
  readonly parameters: readonly Pair[]
  readonly limits: { readonly [name: string]: number }
}

export interface Package {
  readonly annotations?: readonly Pair[]
  readonly actions?: readonly { readonly name: string }[]
}

export interface Rule {
  readonly status: string
  readonly trigger: { readonly name: string }
  readonly action: { readonly name: string; readonly path?: string }
}

export interface Api {
  readonly gwApiUrl: string
  readonly apidoc: { readonly paths: object }
}
