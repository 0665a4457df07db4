import * as compose from '../../functions/compose.ts'
import { faultsOfPorts } from '../../functions/host/ports.ts'
import * as table from '../../functions/settings.ts'
import { fitEachOther } from '../doctor/keys.ts'
import { faultsOfShape } from './shape.ts'

type Texts = { readonly [name: string]: string }

/** One sentence per thing that keeps the actions from starting with these settings. Reaches both databases. */
export async function faultsOfSettings(settings: Texts, stage: string): Promise<readonly string[]> {
  try {
    const shape = faultsOfShape(settings, stage)
    // with these nothing is started: a plane that is a file would be made here
    if (shape.length > 0) return shape
    const unfit = await faultsOfPorts(settings)
    return unfit.length > 0 ? unfit : [...(await faultsOfKeys(settings)), ...(await faultsOfPlanes(settings))]
  } finally {
    await compose.close()
  }
}

async function faultsOfKeys(settings: Texts): Promise<readonly string[]> {
  const [writer, reader] = await Promise.all([compose.tokenWriter(settings), compose.tokens(settings)])
  const isPair = fitEachOther(writer, reader)
  return isPair ? [] : ['TOKEN_PUBLIC_KEYS has not the public key of TOKEN_PRIVATE_KEY: nobody could log in.']
}

async function faultsOfPlanes(settings: Texts): Promise<readonly string[]> {
  const planes = await compose.planes(settings)
  const asked = { identity: table.identity.name, ledger: table.ledger.name }
  const faults: string[] = []
  for (const [plane, name] of Object.entries(asked)) {
    if (!(await planes.up(plane as keyof typeof asked))) faults.push(`The database of ${name} does not answer.`)
  }
  return faults
}
