import * as compose from '../../functions/compose.ts'
import { faultsOfPorts } from '../../functions/host/ports.ts'
import * as table from '../../functions/settings.ts'
import { faultOfKeys } from '../local/key-pair.ts'
import { faultsOfShape } from './shape.ts'

type Texts = { readonly [name: string]: string }

/** One sentence per thing that keeps the actions from starting with these settings. Reaches both databases. */
export async function faultsOfSettings(settings: Texts, stage: string): Promise<readonly string[]> {
  try {
    const shape = faultsOfShape(settings, stage)
    // with these nothing is started: a plane that is a file would be made here
    if (shape.length > 0) return shape
    const unfit = await faultsOfPorts(settings)
    return unfit.length > 0 ? unfit : [faultOfKeys(settings) ?? [], await faultsOfPlanes(settings)].flat()
  } finally {
    await compose.close()
  }
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
