import {
  type AliasNode,
  DefaultQueryCompiler,
  type LimitNode,
  type OffsetNode,
  type OperatorNode,
  ValueNode,
} from 'kysely'

/** What Kysely's texts have to look like for Db2: the standard's, where other engines have words of their own. */
export class Db2QueryCompiler extends DefaultQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '?'
  }

  protected override getLeftIdentifierWrapper(): string {
    return '"'
  }

  protected override getRightIdentifierWrapper(): string {
    return '"'
  }

  /** A name without quotes, as in our own texts, is one in capitals: so the one with quotes has to be. */
  protected override sanitizeIdentifier(identifier: string): string {
    return identifier.toUpperCase().replaceAll('"', '""')
  }

  protected override visitLimit({ limit }: LimitNode): void {
    const rows = ValueNode.is(limit) ? limit.value : undefined
    if (!Number.isSafeInteger(rows)) throw new TypeError('A limit has to be a whole number here.')
    this.append(`fetch first ${rows} rows only`)
  }

  protected override visitOffset(_: OffsetNode): void {
    throw new TypeError('Nothing here reads from an offset.')
  }

  protected override visitOperator({ operator }: OperatorNode): void {
    this.append(operator === '!=' ? '<>' : operator)
  }

  /** A value among the columns that are selected, as an insert from a query has them, tells no type by its place. */
  protected override visitAlias(node: AliasNode): void {
    if (!ValueNode.is(node.node)) {
      super.visitAlias(node)
      return
    }
    this.append('cast(')
    this.visitNode(node.node)
    this.append(` as ${typeOf(node.node.value)}) as `)
    this.visitNode(node.alias)
  }
}

function typeOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'bigint' ? 'bigint' : 'varchar(2000)'
}
