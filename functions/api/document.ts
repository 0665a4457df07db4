import * as v from 'valibot'
import { feature, route } from './route.ts'

export const openapi = feature({
  getDocument: route({
    method: 'GET',
    path: '/v1/openapi.json',
    who: 'anyone',
    summary: 'This document',
    answers: { 200: v.looseObject({ openapi: v.literal('3.1.0') }) },
    refusals: [],
  }),
})
