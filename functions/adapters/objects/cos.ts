import { createHash } from 'node:crypto'
import type { S3 } from 'ibm-cos-sdk'
import type { ObjectKey, Objects } from '../../ports/objects.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { installed } from '../installed.ts'
import { type Ask, inTime, type Patience } from './cos-ask.ts'
import { Missing } from './cos-errors.ts'
import { saveAs } from './disposition.ts'
import type { CosSettings } from './settings.ts'

const usualPatience: Patience = { tries: 3, connectMs: 3_000, silenceMs: 8_000, wholeMs: 25_000 }

/** A bucket of IBM Cloud Object Storage, or of any store that speaks S3. Asks nothing before the first call. */
export async function cosObjects(settings: CosSettings, patience = usualPatience): Promise<Objects> {
  const { asking, signing } = await clientsFor(settings, patience)
  const at = (key: ObjectKey) => ({ Bucket: settings.bucket, Key: key })
  const answered = <T>(ask: () => Ask<T>) => inTime(ask, patience)

  return {
    async put(key, body, type) {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
      // so that the store keeps nothing that was damaged on the way
      const sum = createHash('md5').update(bytes).digest('base64')
      const sse = settings.sse && { ServerSideEncryption: settings.sse }
      await answered(() => asking.putObject({ ...at(key), Body: bytes, ContentType: type, ContentMD5: sum, ...sse }))
    },

    async get(key) {
      const found = await unlessMissing(answered(() => asking.getObject(at(key))))
      return found && wholeBody(found)
    },

    async head(key) {
      const found = await unlessMissing(answered(() => asking.headObject(at(key))))
      return found && { bytes: found.ContentLength ?? 0, type: found.ContentType ?? '' }
    },

    async remove(key) {
      await unlessMissing(answered(() => asking.deleteObject(at(key))))
    },

    signedUrl: (key, { filename, type }, seconds) =>
      signing.getSignedUrlPromise('getObject', {
        ...at(key),
        Expires: seconds,
        ResponseContentType: type,
        ResponseContentDisposition: saveAs(filename),
        ResponseCacheControl: 'private, no-store',
      }),
  }
}

/** One client with the HMAC pair, which signs; and one that asks, the same unless there is an API key. */
async function clientsFor(settings: CosSettings, { tries, connectMs, silenceMs }: Patience) {
  const { default: COS } = await sdk()
  const { endpoint, region, style, key, secret, apiKey, iam } = settings
  const common = {
    endpoint,
    region,
    s3ForcePathStyle: style === 'path',
    maxRetries: tries - 1,
    retryDelayOptions: { base: 50 },
    httpOptions: { connectTimeout: connectMs, timeout: silenceMs },
  }
  const signing = new COS.S3({ ...common, accessKeyId: key, secretAccessKey: secret, signatureVersion: 'v4' })
  if (!apiKey) return { asking: signing, signing }
  const byToken = { apiKeyId: apiKey, ibmAuthEndpoint: iam, signatureVersion: 'iam' }
  return { asking: new COS.S3({ ...common, ...byToken }), signing }
}

const sdk = () => installed('ibm-cos-sdk', () => import('ibm-cos-sdk'))

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error) => {
    if (error instanceof Missing) return undefined
    throw error
  })
}

/** An answer that was cut off is no body. */
function wholeBody({ Body, ContentLength }: S3.GetObjectOutput): Uint8Array {
  if (!(Body instanceof Uint8Array) || Body.length !== ContentLength) {
    throw new Unavailable('The object store broke off in the middle of a file')
  }
  return Body
}
