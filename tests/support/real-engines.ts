import { db2Lacks, freshDb2 } from './db2.ts'
import { freshDatabase, mariadbPath } from './mariadb.ts'
import { type S3Server, startS3rver, startVersitygw, versitygwPath } from './s3.ts'
import { type SendgridStub, startSendgrid } from './sendgrid-stub.ts'

/** All that a deployment stands on, none of it embedded: MariaDB, Db2's driver and protocol, a store that speaks S3, SendGrid's API. */
export interface RealEngines {
  /** Settings that name them. */
  readonly env: { readonly [name: string]: string }
  readonly store: S3Server
  readonly sendgrid: SendgridStub
  /** The databases stay until this process ends. */
  stop(): Promise<void>
}

/** What this machine lacks for that, in a few words; undefined when all is there. */
export function realEnginesLack(): string | undefined {
  return mariadbPath() ? db2Lacks() : 'there is no mariadbd'
}

export async function startRealEngines(): Promise<RealEngines> {
  const [mariadb, identity, store, sendgrid] = await Promise.all([
    freshDatabase(),
    freshDb2(),
    versitygwPath() ? startVersitygw() : startS3rver(),
    startSendgrid(sendgridKey),
  ])
  const { socketPath, user, database } = mariadb
  return {
    env: {
      OUTLAY_LEDGER: `mysql://${user}@localhost/${database}?connections=4&socketPath=${encodeURIComponent(socketPath)}`,
      OUTLAY_IDENTITY: `${identity}&connections=4`,
      OUTLAY_OBJECTS: JSON.stringify(store.settings),
      OUTLAY_MAIL: `sendgrid://${sendgridKey}@${new URL(sendgrid.endpoint).host}`,
      MAIL_FROM: 'Outlay <outlay@example.org>',
    },
    store,
    sendgrid,
    stop: async () => {
      await Promise.all([store.stop(), sendgrid.close()])
    },
  }
}

const sendgridKey = 'SG.of-this-stub-alone'
