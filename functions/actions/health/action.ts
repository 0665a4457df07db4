import { health } from '../../api/health.ts'
import { planes } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { getHealth } from './get-health.ts'

export const main = serve(health, { planes }, { getHealth })
