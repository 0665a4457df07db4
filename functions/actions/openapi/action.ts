import { openapi } from '../../api/document.ts'
import { publicUrl } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { getDocument } from './get-document.ts'

export const main = serve(openapi, { publicUrl }, { getDocument })
