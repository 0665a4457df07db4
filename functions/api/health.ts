import * as v from 'valibot'
import { feature, route } from './route.ts'

const Plane = v.picklist(['up', 'down'])

export const health = feature({
  getHealth: route({
    method: 'GET',
    path: '/v1/health',
    who: 'anyone',
    summary: 'Whether the planes answer; 503 when one does not',
    answers: {
      200: v.strictObject({ status: v.literal('up'), planes: v.strictObject({ identity: Plane, ledger: Plane }) }),
      503: v.strictObject({ status: v.literal('down'), planes: v.strictObject({ identity: Plane, ledger: Plane }) }),
    },
    refusals: [],
  }),
})
