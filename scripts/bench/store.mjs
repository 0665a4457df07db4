// A store that speaks S3, with one empty bucket in the folder that is given; prints its address.
import S3rver from '@20minutes/s3rver'

const place = { address: '127.0.0.1', port: 0, directory: process.argv[2], silent: true }
const { port } = await new S3rver({ ...place, configureBuckets: [{ name: 'outlay' }] }).run()
process.stdout.write(`http://127.0.0.1:${port}\n`)
